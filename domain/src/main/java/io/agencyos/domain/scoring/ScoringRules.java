package io.agencyos.domain.scoring;

import static io.agencyos.domain.scoring.Reading.known;

import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.LeadFacts.Standing;
import io.agencyos.domain.scoring.Reading.FutureDate;
import io.agencyos.domain.scoring.match.IndustryMatcher;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.shared.SizeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of scoring 1.2 to 1.9, one line a signal, in the order in which an explanation shows them. */
final class ScoringRules {

    /** A signal and the raw points that a lead earns with it, never negative. */
    record Award(Signal signal, Rule rule) {}

    /** What stands against a lead and the most that it takes from the risk points. */
    record Deduction(Signal signal, int points, Objection applies) {}

    /** A fact that kills the tier. */
    record GateRule(Gate gate, Objection applies) {}

    /** Reads points off a lead. */
    interface Rule {
        int points(Reading lead);
    }

    /** Reads a yes or no off a lead. */
    interface Objection {
        boolean applies(Reading lead);
    }

    // ALS-1
    static final List<Award> DATA_QUALITY = List.of(
            new Award(Signal.EMAIL, ScoringRules::email),
            new Award(Signal.PHONE, ScoringRules::phone),
            new Award(Signal.LINKEDIN_URL, ScoringRules::linkedInUrl),
            new Award(Signal.PERSONAL_EMAIL, ScoringRules::personalEmail));

    // ALS-2
    static final List<Award> AUTHORITY = List.of(new Award(Signal.TITLE, ScoringRules::title));

    // ALS-3: the part of its share that each earns, in 56ths
    static final Rule INDUSTRY = ScoringRules::industry;
    static final Rule EMPLOYEES = ScoringRules::employees;
    static final Rule LOCATION = ScoringRules::location;

    // ALS-3b
    static final List<Award> WEB_PRESENCE = List.of(
            new Award(Signal.DOMAIN_RANK, ScoringRules::domainRank),
            new Award(Signal.ORGANIC_TRAFFIC, ScoringRules::organicTraffic),
            new Award(Signal.TOP10_KEYWORDS, ScoringRules::top10Keywords));

    // ALS-4
    static final List<Award> TIMING = List.of(
            new Award(Signal.NEW_ROLE, ScoringRules::newRole),
            new Award(Signal.HIRING, ScoringRules::hiring),
            new Award(Signal.FUNDING, ScoringRules::funding));

    // ALS-5
    static final int RISK_BASE = 15;
    static final List<Deduction> RISK = List.of(
            new Deduction(Signal.RISK_BOUNCE, 10, ScoringRules::hasBounced),
            new Deduction(Signal.RISK_UNSUBSCRIBED, 15, ScoringRules::hasUnsubscribed),
            new Deduction(Signal.RISK_COMPETITOR, 15, lead -> lead.competitor),
            new Deduction(Signal.RISK_TITLE, 5, lead -> lead.authority.disqualified()),
            new Deduction(Signal.RISK_DOMAIN_RANK, 5, ScoringRules::isUnranked),
            new Deduction(Signal.RISK_TRAFFIC, 3, ScoringRules::hasNoTraffic),
            new Deduction(Signal.RISK_SPAM, 3, ScoringRules::looksLikeSpam));

    // ALS-6 to ALS-8
    static final List<Award> BOOSTS = List.of(
            new Award(Signal.BUYER_BOOST, ScoringRules::buyerBoost),
            new Award(Signal.LINKEDIN_BOOST, ScoringRules::linkedInBoost),
            new Award(Signal.TECH_BOOST, ScoringRules::techBoost));

    // ALS-13
    static final List<GateRule> GATES = List.of(
            new GateRule(Gate.UNSUBSCRIBED, ScoringRules::hasUnsubscribed),
            new GateRule(Gate.BOUNCED, lead -> lead.facts.reputation().standing() == Standing.BOUNCED),
            new GateRule(Gate.INVALID, lead -> lead.facts.reputation().standing() == Standing.INVALID),
            new GateRule(
                    Gate.PLATFORM_SUPPRESSION, lead -> lead.facts.reputation().platformSuppressed()),
            new GateRule(
                    Gate.CLIENT_SUPPRESSION, lead -> lead.facts.reputation().clientSuppressed()),
            new GateRule(Gate.COMPETITOR, lead -> lead.competitor),
            new GateRule(Gate.DO_NOT_CONTACT, lead -> lead.facts.reputation().doNotContact()));

    private static final BigDecimal SOME_TRAFFIC = BigDecimal.valueOf(200);
    private static final BigDecimal MUCH_TRAFFIC = BigDecimal.valueOf(1_000);

    private ScoringRules() {}

    private static int email(Reading lead) {
        if (ContactChecks.isBlank(lead.facts.contact().email())) {
            return lead.missing(Signal.EMAIL);
        }
        return switch (lead.facts.contact().emailStatus()) {
            case VERIFIED -> 8;
            case CATCH_ALL -> 5;
            case GUESSED -> 3;
            case UNKNOWN -> 2;
            case INVALID -> 0;
        };
    }

    private static int phone(Reading lead) {
        String phone = lead.facts.contact().phone();
        if (phone == null || !ContactChecks.isE164(phone)) {
            return lead.missing(Signal.PHONE);
        }
        return lead.facts.contact().phoneVerified() ? 6 : 3;
    }

    private static int linkedInUrl(Reading lead) {
        String url = lead.facts.contact().linkedInUrl();
        return url == null || ContactChecks.personSlug(url) < 0 ? lead.missing(Signal.LINKEDIN_URL) : 4;
    }

    private static int personalEmail(Reading lead) {
        String personal = lead.facts.contact().personalEmail();
        return personal == null
                        || !ContactChecks.isOtherAddress(
                                personal, lead.facts.contact().email())
                ? lead.missing(Signal.PERSONAL_EMAIL)
                : 2;
    }

    private static int title(Reading lead) {
        if (!lead.authority.titled()) {
            lead.missing(Signal.TITLE);
        }
        return lead.authority.points();
    }

    private static int industry(Reading lead) {
        String industry = lead.facts.company().industry();
        String sub = lead.facts.company().subIndustry();
        if (ContactChecks.isBlank(industry) && ContactChecks.isBlank(sub)) {
            return lead.missing(Signal.INDUSTRY);
        }
        IndustryMatcher targets = lead.context.industries;
        return targets.matches(industry) || targets.matches(sub) ? FitShares.PARTS : 0;
    }

    private static int employees(Reading lead) {
        int employees = known(lead.facts.company().employees());
        if (employees < 0) {
            return lead.missing(Signal.EMPLOYEES);
        }
        if (employees == 0) {
            return 0;
        }
        int eighths = 0;
        for (SizeRange range : lead.context.sizes) {
            eighths = Math.max(eighths, eighths(range, employees));
        }
        return eighths * (FitShares.PARTS / 8);
    }

    /** How well a company of this size fits, in eighths: 8 inside, 5 up to four times too big, 3 down to a fifth. */
    static int eighths(SizeRange range, long employees) {
        if (employees < range.least()) {
            return employees >= (range.least() + 4L) / 5 ? 3 : 0;
        }
        if (range.most().isEmpty() || employees <= range.most().getAsInt()) {
            return 8;
        }
        return employees <= 4L * range.most().getAsInt() ? 5 : 0;
    }

    private static int location(Reading lead) {
        LeadFacts.Company company = lead.facts.company();
        if (ContactChecks.isBlank(company.country())) {
            return lead.missing(Signal.LOCATION);
        }
        return lead.context.locations.sevenths(company.country(), company.state(), company.city())
                * (FitShares.PARTS / 7);
    }

    private static int domainRank(Reading lead) {
        int rank = lead.seo == null ? -1 : known(lead.seo.domainRank());
        if (rank < 0) {
            return lead.missing(Signal.DOMAIN_RANK);
        }
        int presence = rank >= 501 ? 2 : rank > 150 ? 1 : 0;
        return isOpportunity(lead) ? 2 - presence : presence;
    }

    private static int organicTraffic(Reading lead) {
        BigDecimal traffic = lead.seo == null ? null : lead.seo.organicTraffic();
        if (traffic == null || traffic.signum() < 0) {
            return lead.missing(Signal.ORGANIC_TRAFFIC);
        }
        int presence = traffic.compareTo(MUCH_TRAFFIC) > 0 ? 2 : traffic.compareTo(SOME_TRAFFIC) > 0 ? 1 : 0;
        return isOpportunity(lead) ? 2 - presence : presence;
    }

    private static int top10Keywords(Reading lead) {
        int keywords = lead.seo == null ? -1 : known(lead.seo.top10Keywords());
        if (keywords < 0) {
            return lead.missing(Signal.TOP10_KEYWORDS);
        }
        return (keywords > 0) == isOpportunity(lead) ? 0 : 1;
    }

    private static int newRole(Reading lead) {
        LocalDate startedOn = lead.facts.role().startedOn();
        if (startedOn == null) {
            return lead.missing(Signal.NEW_ROLE);
        }
        long days = lead.context.today - startedOn.toEpochDay();
        if (days < 0) {
            return lead.future(FutureDate.CURRENT_ROLE_START_DATE);
        }
        return days < 180 ? 6 : days < 360 ? 3 : 0;
    }

    private static int hiring(Reading lead) {
        Boolean hiring = lead.facts.company().hiring();
        return hiring == null ? lead.missing(Signal.HIRING) : hiring ? 5 : 0;
    }

    private static int funding(Reading lead) {
        LocalDate fundedOn = lead.facts.company().fundedOn();
        if (fundedOn == null) {
            return lead.missing(Signal.FUNDING);
        }
        long days = lead.context.today - fundedOn.toEpochDay();
        if (days < 0) {
            return lead.future(FutureDate.COMPANY_LATEST_FUNDING_DATE);
        }
        return days < 360 ? 4 : days < 720 ? 2 : 0;
    }

    private static boolean hasBounced(Reading lead) {
        LeadFacts.Reputation reputation = lead.facts.reputation();
        return reputation.bounceCount() > 0
                || reputation.bounced()
                || reputation.standing() == Standing.BOUNCED
                || reputation.standing() == Standing.INVALID;
    }

    private static boolean hasUnsubscribed(Reading lead) {
        LeadFacts.Reputation reputation = lead.facts.reputation();
        return reputation.unsubscribed() || reputation.standing() == Standing.UNSUBSCRIBED;
    }

    private static boolean isUnranked(Reading lead) {
        return lead.seo != null && known(lead.seo.domainRank()) == 0 && !isOpportunity(lead);
    }

    private static boolean hasNoTraffic(Reading lead) {
        BigDecimal traffic = lead.seo == null ? null : lead.seo.organicTraffic();
        return traffic != null && traffic.signum() == 0 && !isOpportunity(lead);
    }

    private static boolean looksLikeSpam(Reading lead) {
        return lead.seo != null && known(lead.seo.spamScore()) > 50;
    }

    /** B1: a client that sells search work wants companies that are not found. */
    private static boolean isOpportunity(Reading lead) {
        return lead.context.seoMode == SeoMode.OPPORTUNITY;
    }

    private static int buyerBoost(Reading lead) {
        if (lead.buyer == null) {
            return absent(lead, Signal.BUYER_BOOST, lead.facts.buyerSignal());
        }
        return BuyerScore.boost(lead.buyer.score());
    }

    private static int linkedInBoost(Reading lead) {
        if (lead.linkedIn == null) {
            return absent(lead, Signal.LINKEDIN_BOOST, lead.facts.linkedInActivity());
        }
        if (LinkedInSignal.hasFutureDate(lead.linkedIn, lead.context.today)) {
            lead.future(FutureDate.PERSON_POST_DATES);
        }
        return LinkedInSignal.points(lead.linkedIn, lead.context.today);
    }

    private static int techBoost(Reading lead) {
        if (!lead.context.technologies.isAsked()) {
            return 0;
        }
        List<String> technologies = lead.facts.company().technologies();
        return technologies.isEmpty() ? lead.missing(Signal.TECH_BOOST) : lead.context.technologies.boost(technologies);
    }

    private static <T> int absent(Reading lead, Signal signal, @Nullable Lookup<T> lookup) {
        return lookup instanceof Lookup.Unavailable<T> ? lead.unavailable(signal) : lead.missing(signal);
    }
}
