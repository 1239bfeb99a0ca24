package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.intake.SignalDraft;
import io.agencyos.domain.scoring.LeadFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only the score reads of a lead, beside the employer's own facts. Source: scoring 1.1. */
final class SignalBodies {

    private static final int MANY = 1_000_000_000;

    private SignalBodies() {}

    /** How visible the employer's domain is in search, on a day. */
    record Search(
            @Nullable @Range(min = 0, max = MANY) Integer domainRank,
            @Nullable BigDecimal organicTraffic,
            @Nullable @Range(min = 0, max = MANY) Integer top10Keywords,
            @Nullable @Range(min = 0, max = 100) Integer spamScore,
            LocalDate fetchedOn) {

        static final Search EXAMPLE = new Search(337, new BigDecimal("149.89"), 7, 28, LocalDate.of(2026, 1, 20));

        static @Nullable Search of(LeadFacts.@Nullable Seo seo) {
            return seo == null
                    ? null
                    : new Search(
                            seo.domainRank(),
                            seo.organicTraffic(),
                            seo.top10Keywords(),
                            seo.spamScore(),
                            seo.fetchedOn());
        }

        LeadFacts.Seo facts() {
            return new LeadFacts.Seo(domainRank, organicTraffic, top10Keywords, spamScore, fetchedOn);
        }
    }

    /** What the person and the employer do on LinkedIn; posts by their days. */
    record LinkedIn(
            @Nullable @Items(max = 50) List<LocalDate> postDates,
            @Nullable @Range(min = 0, max = MANY) Integer connections,
            @Nullable @Range(min = 0, max = MANY) Integer companyPosts,
            @Nullable @Range(min = 0, max = MANY) Integer companyFollowers) {

        static final LinkedIn EXAMPLE = new LinkedIn(List.of(LocalDate.of(2026, 1, 19)), 612, 14, 2300);

        static @Nullable LinkedIn of(LeadFacts.@Nullable LinkedInActivity activity) {
            return activity == null
                    ? null
                    : new LinkedIn(
                            activity.personPostDates(),
                            activity.connections(),
                            activity.companyPostCount(),
                            activity.companyFollowers());
        }

        LeadFacts.LinkedInActivity facts() {
            return new LeadFacts.LinkedInActivity(
                    postDates == null ? List.of() : postDates, connections, companyPosts, companyFollowers);
        }
    }

    /** As they are shown. */
    record Signals(
            @Nullable String personalEmail,
            boolean phoneVerified,
            @Nullable LocalDate roleStart,
            @Nullable Search search,
            @Nullable LinkedIn linkedin) {

        static final Signals EXAMPLE =
                new Signals(null, true, LocalDate.of(2025, 11, 3), Search.EXAMPLE, LinkedIn.EXAMPLE);

        static Signals of(Lead lead) {
            LeadSignals known = lead.signals();
            return new Signals(
                    known.personalEmail() == null ? null : known.personalEmail().value(),
                    known.verifies(lead.contact().phone()),
                    lead.roleStart(),
                    Search.of(known.search()),
                    LinkedIn.of(known.linkedIn()));
        }
    }

    /** With a new lead. */
    record NewSignals(
            @Nullable @Text(max = 320) String personalEmail,
            @Nullable Boolean phoneVerified,
            @Nullable LocalDate roleStart,
            @Nullable Search search,
            @Nullable LinkedIn linkedin) {

        static final NewSignals EXAMPLE =
                new NewSignals(null, true, LocalDate.of(2025, 11, 3), Search.EXAMPLE, LinkedIn.EXAMPLE);

        SignalDraft onto(SignalDraft employer, @Nullable String phone) {
            return new SignalDraft(
                    personalEmail,
                    Boolean.TRUE.equals(phoneVerified) ? phone : null,
                    roleStart,
                    employer.subIndustry(),
                    employer.technologies(),
                    employer.hiring(),
                    employer.fundedOn(),
                    search == null ? null : search.facts(),
                    linkedin == null ? null : linkedin.facts());
        }
    }

    /** A merge patch; figures of search and of LinkedIn are set as a whole. */
    record PatchSignals(
            @Text(max = 320) Change<@Nullable String> personalEmail,
            Change<Boolean> phoneVerified,
            Change<@Nullable LocalDate> roleStart,
            Change<@Nullable Search> search,
            Change<@Nullable LinkedIn> linkedin) {

        static final PatchSignals EXAMPLE = new PatchSignals(
                Change.absent(), Change.to(true), Change.absent(), Change.to(Search.EXAMPLE), Change.absent());

        SignalDraft onto(SignalDraft before, @Nullable String phone) {
            String verified = Boolean.TRUE.equals(phoneVerified.value()) ? phone : null;
            return new SignalDraft(
                    personalEmail.orElse(before.personalEmail()),
                    phoneVerified.mentioned() ? verified : before.verifiedPhone(),
                    roleStart.orElse(before.roleStart()),
                    before.subIndustry(),
                    before.technologies(),
                    before.hiring(),
                    before.fundedOn(),
                    search.mentioned() ? search.map(Search::facts).orElse(null) : before.search(),
                    linkedin.mentioned() ? linkedin.map(LinkedIn::facts).orElse(null) : before.linkedIn());
        }
    }
}
