package io.agencyos.domain.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a whole so that the parts add up: each gets what it is due rounded down, the rest goes by largest remainder. */
public final class LargestRemainder {

    private static final int GUARD = 25;

    private LargestRemainder() {}

    /** {@code total} in parts as the weights demand, none below zero and one above it; ties go to the earlier part. */
    public static List<Long> split(long total, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("nothing can be split by weights of zero");
        }
        List<BigDecimal> due = weights.stream()
                .map(weight -> weight.multiply(BigDecimal.valueOf(total)).divide(sum, GUARD, RoundingMode.HALF_EVEN))
                .toList();
        List<Long> parts = new ArrayList<>(due.stream()
                .map(each -> each.setScale(0, RoundingMode.FLOOR).longValueExact())
                .toList());
        long left = total - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, due.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainder(due.get(i)))
                        .reversed())
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return List.copyOf(parts);
    }

    /** What is left after rounding down, without the last digits, in which equal remainders may differ. */
    private static BigInteger remainder(BigDecimal due) {
        return due.subtract(due.setScale(0, RoundingMode.FLOOR))
                .setScale(GUARD - 5, RoundingMode.HALF_EVEN)
                .unscaledValue();
    }
}
