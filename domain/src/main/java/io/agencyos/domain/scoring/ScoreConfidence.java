package io.agencyos.domain.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How much of what a score asks for was known when it was made. Source: scoring B4. */
public final class ScoreConfidence {

    private ScoreConfidence() {}

    /** The share of known signals among the fourteen, 0 to 1 with two decimals. */
    public static BigDecimal of(LeadFacts facts) {
        LeadFacts.Contact contact = facts.contact();
        LeadFacts.Company company = facts.company();
        List<Boolean> known = List.of(
                contact.email() != null && contact.emailStatus() != EmailStatus.UNKNOWN,
                contact.phone() != null,
                contact.linkedInUrl() != null,
                contact.personalEmail() != null,
                facts.role().title() != null,
                company.industry() != null,
                company.employees() != null && company.employees() >= 1,
                company.country() != null,
                facts.role().startedOn() != null,
                company.hiring() != null,
                company.fundedOn() != null,
                facts.seo() instanceof Lookup.Found<?>,
                facts.linkedInActivity() instanceof Lookup.Found<?>,
                facts.buyerSignal() instanceof Lookup.Found<?>);
        long count = known.stream().filter(Boolean::booleanValue).count();
        return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(known.size()), 2, RoundingMode.HALF_UP);
    }
}
