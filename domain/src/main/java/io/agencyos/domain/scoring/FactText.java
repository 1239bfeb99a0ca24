package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.match.TechFit;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Signal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fact of a row in words, as it was read. Source: scoring ALS-14, api 15 step 5. */
final class FactText {

    private static final String NONE = "none";

    private FactText() {}

    static String of(Signal signal, AlsResult result) {
        Reading lead = result.lead();
        LeadFacts facts = lead.facts;
        return switch (signal) {
            case EMAIL ->
                ContactChecks.isBlank(facts.contact().email())
                        ? NONE
                        : facts.contact().emailStatus().wire();
            case PHONE -> phone(facts.contact());
            case LINKEDIN_URL -> profile(facts.contact().linkedInUrl());
            case PERSONAL_EMAIL -> personalEmail(result, facts.contact().personalEmail());
            case TITLE -> title(lead);
            case INDUSTRY -> industry(facts.company());
            case EMPLOYEES -> count(facts.company().employees());
            case LOCATION -> location(facts.company());
            case DOMAIN_RANK, RISK_DOMAIN_RANK -> lead.seo == null ? NONE : count(lead.seo.domainRank());
            case ORGANIC_TRAFFIC, RISK_TRAFFIC -> lead.seo == null ? NONE : shown(lead.seo.organicTraffic());
            case TOP10_KEYWORDS -> lead.seo == null ? NONE : count(lead.seo.top10Keywords());
            case RISK_SPAM -> lead.seo == null ? NONE : count(lead.seo.spamScore());
            case NEW_ROLE -> shown(facts.role().startedOn());
            case HIRING -> shown(facts.company().hiring());
            case FUNDING -> shown(facts.company().fundedOn());
            case RISK_BASE -> result.components().risk() == ScoringRules.RISK_BASE ? NONE : "before deductions";
            case RISK_BOUNCE -> "bounce on record";
            case RISK_UNSUBSCRIBED -> "unsubscribed";
            case RISK_COMPETITOR -> shown(facts.company().domain());
            case RISK_TITLE -> shown(facts.role().title());
            case BUYER_BOOST -> result.buyerBoostReason().orElse(NONE);
            case LINKEDIN_BOOST -> linkedIn(result);
            case TECH_BOOST -> technologies(lead);
            case CAP -> "a score ends at 100";
            case ROUNDING -> "a score is rounded down";
            case GATE_UNSUBSCRIBED,
                    GATE_BOUNCED,
                    GATE_INVALID,
                    GATE_PLATFORM_SUPPRESSION,
                    GATE_CLIENT_SUPPRESSION,
                    GATE_COMPETITOR,
                    GATE_DO_NOT_CONTACT -> "tier " + Tier.DEAD.wire();
        };
    }

    private static String phone(LeadFacts.Contact contact) {
        if (ContactChecks.isBlank(contact.phone())) {
            return NONE;
        }
        if (!ContactChecks.isE164(Objects.requireNonNull(contact.phone()))) {
            return "not a valid number";
        }
        return contact.phoneVerified() ? "verified" : "valid, not verified";
    }

    private static String profile(@Nullable String url) {
        if (ContactChecks.isBlank(url)) {
            return NONE;
        }
        String link = Objects.requireNonNull(url);
        int slug = ContactChecks.personSlug(link);
        return slug < 0
                ? "not a person's profile"
                : "in/"
                        + link.substring(slug, ContactChecks.slugEnd(link, slug))
                                .toLowerCase(Locale.ROOT);
    }

    private static String personalEmail(AlsResult result, @Nullable String personal) {
        if (ContactChecks.isBlank(personal)) {
            return NONE;
        }
        return result.isMissing(Signal.PERSONAL_EMAIL) ? "not another valid address" : "valid";
    }

    private static String title(Reading lead) {
        String seniority = "seniority " + lead.facts.role().seniority().wire();
        String title = shown(lead.facts.role().title());
        return switch (lead.authority.basis()) {
            case BAND, DEPUTY, DISQUALIFIED, UNPLACED -> title;
            case SENIORITY -> lead.authority.titled() ? title + " (" + seniority + ")" : seniority;
            case NOTHING -> NONE;
        };
    }

    private static String industry(LeadFacts.Company company) {
        if (ContactChecks.isBlank(company.industry())) {
            return shown(company.subIndustry());
        }
        return ContactChecks.isBlank(company.subIndustry())
                ? shown(company.industry())
                : shown(company.industry()) + " / " + shown(company.subIndustry());
    }

    private static String location(LeadFacts.Company company) {
        String code = LocationFit.code(company.country());
        return code == null ? shown(company.country()) : code;
    }

    private static String linkedIn(AlsResult result) {
        String names = String.join(
                ", ",
                result.linkedInSignals().stream().map(LinkedInSignal::wire).toList());
        return names.isEmpty() ? NONE : names;
    }

    private static String technologies(Reading lead) {
        TechFit technologies = lead.context.technologies;
        return technologies.matched(lead.facts.company().technologies()) + " of " + technologies.wanted();
    }

    private static String count(@Nullable Integer number) {
        return Reading.known(number) < 0 ? NONE : String.valueOf(number);
    }

    private static String shown(@Nullable Object fact) {
        String text = fact == null ? "" : fact.toString().strip();
        return text.isEmpty() ? NONE : text;
    }
}
