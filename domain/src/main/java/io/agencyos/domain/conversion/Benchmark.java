package io.agencyos.domain.conversion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What clients who share what they learn reach, at the middle of them. Nothing is told while it could be read back to one client.
 * Source: api 9.9 {@code reports/benchmarks}.
 *
 * @param clients who contribute
 * @param replyRate leads who answered of those contacted, 4 decimals
 * @param showRate meetings to which the lead came of those whose attendance is known; null while fewer than five clients have any
 * @param meetingsPer100 meetings booked for a hundred leads contacted, 2 decimals
 */
public record Benchmark(
        int clients, BigDecimal replyRate, @Nullable BigDecimal showRate, BigDecimal meetingsPer100) {

    /** Fewer clients are no platform. */
    public static final int FEWEST = 5;

    /** No client has more of the leads contacted than this, in hundredths. */
    public static final int LARGEST_SHARE = 40;

    private static final int RATE = 4;
    private static final int PER_HUNDRED = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What one client came to. */
    public record Contribution(int contacted, int replied, int booked, int showed, int missed) {

        /** Null without anybody contacted. */
        public @Nullable BigDecimal replyRate() {
            return ratio(replied, contacted, BigDecimal.ONE, RATE);
        }

        /** Null while nobody's attendance is known. */
        public @Nullable BigDecimal showRate() {
            return ratio(showed, showed + missed, BigDecimal.ONE, RATE);
        }

        /** Null without anybody contacted. */
        public @Nullable BigDecimal meetingsPer100() {
            return ratio(booked, contacted, HUNDRED, PER_HUNDRED);
        }

        private static @Nullable BigDecimal ratio(int part, int of, BigDecimal times, int scale) {
            return of == 0
                    ? null
                    : BigDecimal.valueOf(part)
                            .multiply(times)
                            .divide(BigDecimal.valueOf(of), scale, RoundingMode.HALF_UP);
        }
    }

    /** Empty where fewer than five contacted anybody, or one of them most of all. */
    public static Optional<Benchmark> of(Collection<Contribution> shared) {
        List<Contribution> given =
                shared.stream().filter(one -> one.contacted() > 0).toList();
        long all = given.stream().mapToLong(Contribution::contacted).sum();
        boolean dominated = given.stream().anyMatch(one -> one.contacted() * 100L > all * LARGEST_SHARE);
        if (given.size() < FEWEST || dominated) {
            return Optional.empty();
        }
        return Optional.of(new Benchmark(
                given.size(),
                median(given, Contribution::replyRate, RATE).orElseThrow(),
                median(given, Contribution::showRate, RATE).orElse(null),
                median(given, Contribution::meetingsPer100, PER_HUNDRED).orElseThrow()));
    }

    private static Optional<BigDecimal> median(
            List<Contribution> given, Function<Contribution, @Nullable BigDecimal> figure, int scale) {
        List<BigDecimal> known =
                given.stream().map(figure).filter(Objects::nonNull).sorted().toList();
        if (known.size() < FEWEST) {
            return Optional.empty();
        }
        BigDecimal upper = known.get(known.size() / 2);
        BigDecimal lower = known.get((known.size() - 1) / 2);
        return Optional.of(lower.add(upper).divide(BigDecimal.TWO, scale, RoundingMode.HALF_UP));
    }
}
