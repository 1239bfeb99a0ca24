package io.agencyos.domain.scoring;

import java.time.LocalDate;
import java.util.List;

/**
 * What a score had to do without: names of facts that were absent, {@code future_date:…} of those that lay in the future,
 * {@code unavailable:…} of those that could not be looked up, and {@code not_enriched}. Source: scoring ALS-15.
 */
public final class MissingFacts {

    /** Of the day that was asked for last: to make a scorer takes much longer than to ask it about one lead. */
    private static volatile Scorer ofDay = new Scorer(ScoringContext.platform(LocalDate.EPOCH));

    private MissingFacts() {}

    /**
     * Of these facts; no target and no weight has a say in it.
     *
     * @param asOf the day for which ages were counted
     */
    public static List<String> of(LeadFacts facts, LocalDate asOf) {
        return scorer(asOf).score(facts).missingSignals();
    }

    private static Scorer scorer(LocalDate asOf) {
        Scorer known = ofDay;
        if (!known.context().asOf().equals(asOf)) {
            known = new Scorer(ScoringContext.platform(asOf));
            ofDay = known;
        }
        return known;
    }
}
