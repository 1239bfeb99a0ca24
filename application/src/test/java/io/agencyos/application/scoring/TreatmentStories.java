package io.agencyos.application.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.Treatment;
import io.agencyos.domain.scoring.tier.Treatment.ContentModel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a tier is worth to a lead, and what a client's guard of its hot leads' costs takes of it. Source: scoring B8. */
public abstract class TreatmentStories extends RescoringSteps {

    @Test // B8: only the top ⌈10 %⌉ of started leads per month get premium treatment; others use the standard model
    void under_the_guard_the_best_tenth_of_a_months_started_leads_is_premium() {
        Asking asking = scenario().asking();
        Lead second = hot(asking, false);
        Lead third = hot(asking, false);
        Lead best = hot(asking, true);
        Lead never = hot(asking, false);
        for (Lead lead : List.of(second, third, best)) {
            start(asking, lead);
        }
        for (int i = 0; i < 8; i++) {
            start(asking, warm(asking));
        }
        List<Lead> hot = List.of(best, second, third, never);
        assertThat(models(asking, hot)).containsOnly(ContentModel.PREMIUM_AGENT);

        guard(asking);

        assertThat(models(asking, hot))
                .as("eleven are started, so two: the highest score, then who was started first")
                .containsExactly(
                        ContentModel.PREMIUM_AGENT,
                        ContentModel.PREMIUM_AGENT,
                        ContentModel.STANDARD,
                        ContentModel.STANDARD);
        assertThat(treatment(asking, warm(asking))).isEqualTo(Treatment.of(Tier.WARM));
        assertThat(treatment(asking, never).deepEnrichment()).isTrue();
    }

    @Test // B8: per month, and each client for itself
    void the_guard_begins_anew_with_the_month_and_knows_no_other_client() {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        guard(asking);
        for (int i = 0; i < 2; i++) {
            start(asking, hot(asking, false));
            start(other, hot(other, false));
        }
        Lead late = hot(asking, false);
        assertThat(treatment(asking, late).contentModel()).isEqualTo(ContentModel.STANDARD);

        scenario().advance(Duration.ofDays(30));
        assertThat(treatment(asking, late).contentModel()).isEqualTo(ContentModel.PREMIUM_AGENT);
    }

    @Test // ALS-15: the name of each missing fact; a date in the future is an error of the data and named as one
    void a_score_names_everything_that_it_had_to_do_without() {
        Asking asking = scenario().asking();
        Lead lead = inRoleSince(
                asking,
                LocalDate.ofInstant(scenario().now(), ZoneId.of("Australia/Sydney"))
                        .plusDays(30));
        score(lead, ScoreCause.INITIAL);

        assertThat(scenario().scoring().explainScore().explain(asking.worker(), lead.id()))
                .isInstanceOfSatisfying(
                        ExplainScore.Outcome.Explained.class,
                        explained -> assertThat(explained.explanation().missingSignals())
                                .contains("phone", "linkedin_url", "personal_email", "hiring", "funding")
                                .contains("future_date:current_role_start_date")
                                .doesNotContain("title", "industry", "employees")
                                .hasSizeGreaterThan(
                                        explained.explanation().missing().size()));
    }

    private Treatment treatment(Asking asking, Lead lead) {
        return scenario().read(asking.client(), () -> {
            Lead now = scenario()
                    .on()
                    .world()
                    .leads()
                    .leads()
                    .find(asking.client(), lead.id())
                    .orElseThrow();
            ScoreSummary score = Objects.requireNonNull(now.score());
            return scenario().scoring().leadTreatment().of(now, score.tier(), score.score());
        });
    }

    private List<ContentModel> models(Asking asking, List<Lead> leads) {
        return leads.stream()
                .map(lead -> treatment(asking, lead).contentModel())
                .toList();
    }

    private void guard(Asking asking) {
        scenario().run(asking.client(), () -> {
            ClientSettings plain = ClientSettings.defaults(asking.client());
            scenario()
                    .on()
                    .world()
                    .clients()
                    .updateSettings(new ClientSettings(
                            plain.clientId(),
                            plain.replenishmentMode(),
                            plain.autoReplenish(),
                            plain.minPipelineAlert(),
                            plain.replyAutomation(),
                            plain.openTracking(),
                            plain.clickTracking(),
                            plain.seoMode(),
                            true,
                            plain.version()));
        });
    }

    /** Written to for the first time, now; the clock goes on a little. */
    private void start(Asking asking, Lead lead) {
        send(asking, lead, 1);
        scenario()
                .run(
                        asking.client(),
                        () -> leads().recordContacts(
                                        asking.client(),
                                        Map.of(lead.id(), scenario().now())));
        scenario().advance(Duration.ofMinutes(1));
    }

    private Lead warm(Asking asking) {
        return stored(asking, scenario().person(EmailStatus.VERIFIED, "Head of Growth", Country.AUSTRALIA, 25));
    }

    /** A chief executive, new in office: 86 points, and five more where the company hires. */
    private Lead hot(Asking asking, boolean hiring) {
        PoolPerson plain = scenario().person(EmailStatus.VERIFIED, "CEO", Country.AUSTRALIA, 25);
        PoolPerson person = new PoolPerson(
                plain.id(),
                new ContactPoints(
                        plain.contact().email(),
                        plain.contact().emailStatus(),
                        new PhoneNumber("+61491570156"),
                        LinkedInUrl.ofKey("in/" + plain.id().text()).orElseThrow()),
                null,
                plain.person(),
                hires(plain.company(), hiring),
                LocalDate.ofInstant(scenario().now(), ZoneId.of("Australia/Sydney"))
                        .minusDays(60),
                plain.timezone(),
                plain.status(),
                null,
                plain.source(),
                0,
                false,
                null,
                null,
                0,
                1,
                plain.createdAt(),
                0);
        Lead lead = stored(asking, person);
        assertThat(Objects.requireNonNull(lead.score()).tier()).isEqualTo(Tier.HOT);
        return lead;
    }

    private static CompanyDetails hires(CompanyDetails plain, boolean hiring) {
        return new CompanyDetails(
                plain.name(),
                plain.domain(),
                plain.industry(),
                plain.employeeCount(),
                plain.city(),
                plain.state(),
                plain.country(),
                plain.websiteUrl(),
                plain.linkedInKey(),
                plain.foundedYear(),
                hiring,
                plain.latestFundingDate(),
                plain.technologies(),
                plain.keywords());
    }

    private Lead stored(Asking asking, PoolPerson person) {
        Lead lead = scenario().lead(asking, person, LeadStatus.NEW, null);
        score(lead, ScoreCause.INITIAL);
        return scenario().reread(lead);
    }

    final void send(Asking asking, Lead lead, int step) {
        Instant at = scenario().now();
        ScoreSummary score = Objects.requireNonNull(lead.score());
        Touch touch = Outreachbook.touch(Outreachbook.enrolment(lead.id(), asking.campaign()))
                .step(step)
                .frozen(score.id())
                .sent(at, "ref-" + UUID.randomUUID())
                .make();
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .outreach()
                                .sentLog()
                                .record(List.of(new SentLog.Sent(
                                        touch,
                                        at,
                                        1,
                                        "<" + touch.id().text() + "@northlight.example>",
                                        "Hello",
                                        "The whole text.",
                                        null,
                                        step,
                                        null,
                                        LocalDateTime.ofInstant(at, ZoneId.of("Australia/Sydney")),
                                        ZoneId.of("Australia/Sydney"),
                                        score.score(),
                                        false))));
    }
}
