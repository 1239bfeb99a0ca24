package io.agencyos.domain.conversion.kernel;

import java.util.List;

/** The estimates of one dimension, segments in the order of their names, with the totals they rest on. */
public record Estimates(long units, long conversions, Shrinkage shrinkage, List<Estimate> segments) {

    private static final int TWO = 2;

    /** Copies the list. */
    public Estimates {
        segments = List.copyOf(segments);
    }

    /** Two values share one test, as the one says the opposite of the other. */
    boolean isTwoValued() {
        return segments.size() == TWO;
    }
}
