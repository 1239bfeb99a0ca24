package io.agencyos.domain.conversion.experiment;

import io.agencyos.domain.shared.id.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One arm of an experiment with what came of it at the last look.
 *
 * @param name by which people know it, unique in its experiment
 * @param text what it says in the place that is varied; null for the step's own words
 * @param allocation its share of new leads, 0 to 1, 5 decimals
 * @param probability that it is the best of those live, 0 to 1, 4 decimals
 * @param n matured touches
 * @param k of them rewarded
 * @param retiredAt since when it gets no more traffic, null while it does
 * @param harmful it was retired because people complained about it
 */
public record Variant(
        VariantId id,
        String name,
        @Nullable String text,
        BigDecimal allocation,
        BigDecimal probability,
        long n,
        long k,
        @Nullable Instant retiredAt,
        boolean harmful) {

    public boolean isLive() {
        return retiredAt == null;
    }

    Arm arm() {
        return new Arm(name, n, k, isLive());
    }

    Variant counted(Tally tally) {
        return new Variant(id, name, text, allocation, probability, tally.n(), tally.k(), retiredAt, harmful);
    }

    Variant retired(Instant at, boolean becauseOfHarm) {
        return new Variant(id, name, text, BigDecimal.ZERO, BigDecimal.ZERO, n, k, at, becauseOfHarm);
    }

    Variant given(BigDecimal share, BigDecimal best) {
        return new Variant(id, name, text, share, best, n, k, retiredAt, harmful);
    }

    /**
     * What is known of an arm at a moment.
     *
     * @param n delivered touches that are old enough
     * @param k of them rewarded in time
     * @param delivered all delivered touches, however young
     * @param harmed of these, after how many the lead complained or opted out in time
     */
    public record Tally(long n, long k, long delivered, long harmed) {

        /** Nothing was sent. */
        public static final Tally NONE = new Tally(0, 0, 0, 0);

        public Tally {
            if (k < 0 || k > n || harmed < 0 || harmed > delivered || n > delivered) {
                throw new IllegalArgumentException("counts of touches contradict each other");
            }
        }
    }
}
