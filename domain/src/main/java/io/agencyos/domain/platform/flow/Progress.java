package io.agencyos.domain.platform.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How far a run is, and how long it will take. Source: flows 1.9. */
public final class Progress {

    private static final int SHOWN_AFTER = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Progress() {}

    /**
     * One step as progress sees it.
     *
     * @param weight share of the run, at least 1
     * @param total 0 while it is unknown, and then nothing counts as done
     */
    public record Part(int weight, StepState state, int settled, int total) {

        private BigDecimal done() {
            if (state.isSettled()) {
                return BigDecimal.valueOf(weight);
            }
            return total == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf((long) weight * Math.min(settled, total))
                            .divide(BigDecimal.valueOf(total), 10, RoundingMode.HALF_UP);
        }
    }

    /** Percent with two decimals: the weights' share that is done. A skipped step counts in full; no steps are all done. */
    public static BigDecimal percent(List<Part> parts) {
        int weights = parts.stream().mapToInt(Part::weight).sum();
        if (weights == 0) {
            return HUNDRED.setScale(2, RoundingMode.UNNECESSARY);
        }
        BigDecimal done = parts.stream().map(Part::done).reduce(BigDecimal.ZERO, BigDecimal::add);
        return done.multiply(HUNDRED).divide(BigDecimal.valueOf(weights), 2, RoundingMode.HALF_UP);
    }

    /**
     * What is left at the rate of the last minutes; nothing is told before 20 items are settled or while nothing moves.
     *
     * @param counts of the whole run
     * @param lately items settled in the span
     * @param span the last five minutes, or since it began
     */
    public static Optional<Duration> timeLeft(Counts counts, int lately, Duration span) {
        if (counts.settled() < SHOWN_AFTER || lately <= 0 || span.isZero() || span.isNegative()) {
            return Optional.empty();
        }
        long left = Math.max(0, counts.total() - counts.settled());
        return Optional.of(span.multipliedBy(left).dividedBy(lately));
    }
}
