package io.agencyos.domain.scoring;

import java.time.LocalDate;
import java.util.List;

/**
 * What a score had to do without: names of facts that were absent, {@code future_date:…} of those that lay in the future,
 * {@code unavailable:…} of those that could not be looked up, and {@code not_enriched}. Source: scoring ALS-15.
 */
public final class MissingFacts {

    private MissingFacts() {}

    /**
     * Of these facts; no target and no weight has a say in it.
     *
     * @param asOf the day for which ages were counted
     */
    public static List<String> of(LeadFacts facts, LocalDate asOf) {
        return new Scorer(ScoringContext.platform(asOf)).score(facts).missingSignals();
    }
}
