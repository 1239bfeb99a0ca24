package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.match.Seniority;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a score may depend on, as stored; whatever is not known is null and earns nothing. Numbers below
 * zero are read as not known. Dates are days in the zone of {@link ScoringContext#asOf()}. Source: scoring 1.1, 1.11.
 *
 * @param enriched whether enrichment has ever accepted data for this lead
 * @param version the stored version of these facts, on which the result is written back by compare-and-set
 */
@ValueObject
public record LeadFacts(
        Contact contact,
        Role role,
        Company company,
        Reputation reputation,
        Lookup<Seo> seo,
        Lookup<LinkedInActivity> linkedInActivity,
        Lookup<BuyerSignal> buyerSignal,
        boolean enriched,
        int version) {

    /** Ways to reach the person. The status of an absent address is ignored. */
    public record Contact(
            @Nullable String email,
            EmailStatus emailStatus,
            @Nullable String phone,
            boolean phoneVerified,
            @Nullable String linkedInUrl,
            @Nullable String personalEmail) {

        public static final Contact NONE = new Contact(null, EmailStatus.UNKNOWN, null, false, null, null);
    }

    /** What the person does. */
    public record Role(
            @Nullable String title,
            Seniority seniority,
            @Nullable LocalDate startedOn) {

        public static final Role NONE = new Role(null, Seniority.UNKNOWN, null);
    }

    /** Where the person works. The country is an ISO 3166 alpha-2 code or one of the synonyms of ALS-3. */
    public record Company(
            @Nullable String industry,
            @Nullable String subIndustry,
            @Nullable Integer employees,
            @Nullable String country,
            @Nullable String state,
            @Nullable String city,
            @Nullable String domain,
            List<String> technologies,
            @Nullable Boolean hiring,
            @Nullable LocalDate fundedOn) {

        public static final Company NONE = new Company(null, null, null, null, null, null, null, List.of(), null, null);

        public Company {
            technologies = List.copyOf(technologies);
        }
    }

    /** The stored status of the person or lead as far as the score asks for it. */
    public enum Standing {
        CONTACTABLE,
        BOUNCED,
        INVALID,
        UNSUBSCRIBED
    }

    /**
     * What stands against contacting the person.
     *
     * @param bounceCount hard and soft bounces of the current address
     */
    public record Reputation(
            int bounceCount,
            boolean bounced,
            boolean unsubscribed,
            Standing standing,
            boolean platformSuppressed,
            boolean clientSuppressed,
            boolean doNotContact) {

        public static final Reputation CLEAN =
                new Reputation(0, false, false, Standing.CONTACTABLE, false, false, false);
    }

    /** Search visibility of the company's domain; traffic is the vendor's estimated traffic value (ETV). */
    public record Seo(
            @Nullable Integer domainRank,
            @Nullable BigDecimal organicTraffic,
            @Nullable Integer top10Keywords,
            @Nullable Integer spamScore,
            LocalDate fetchedOn) {}

    /** What the person and the company do on LinkedIn. The order of the dates means nothing. */
    public record LinkedInActivity(
            List<LocalDate> personPostDates,
            @Nullable Integer connections,
            @Nullable Integer companyPostCount,
            @Nullable Integer companyFollowers) {

        public LinkedInActivity {
            personPostDates = List.copyOf(personPostDates);
        }
    }

    /** Anonymous purchases of agency services by the company: a buyer score 0 to 100 and how often it bought. */
    public record BuyerSignal(int score, int timesBought) {}

    /** Names of the facts whose numbers are impossible and were read as not known: {@code invalid_fact} each. */
    public List<String> invalidFacts() {
        List<String> names = new ArrayList<>();
        addIfNegative(names, "company_employee_count", company.employees());
        if (reputation.bounceCount() < 0) {
            names.add("bounce_count");
        }
        if (seo instanceof Lookup.Found<Seo>(Seo block)) {
            addIfNegative(names, "domain_rank", block.domainRank());
            addIfNegative(names, "organic_traffic", block.organicTraffic());
            addIfNegative(names, "top10_keywords", block.top10Keywords());
            addIfNegative(names, "spam_score", block.spamScore());
        }
        if (linkedInActivity instanceof Lookup.Found<LinkedInActivity>(LinkedInActivity block)) {
            addIfNegative(names, "connections", block.connections());
            addIfNegative(names, "company_post_count", block.companyPostCount());
            addIfNegative(names, "company_followers", block.companyFollowers());
        }
        if (buyerSignal instanceof Lookup.Found<BuyerSignal>(BuyerSignal block)
                && (block.score() < 0 || block.score() > 100)) {
            names.add("buyer_score");
        }
        return List.copyOf(names);
    }

    private static void addIfNegative(List<String> names, String name, @Nullable Number number) {
        if (number != null && number.doubleValue() < 0) {
            names.add(name);
        }
    }
}
