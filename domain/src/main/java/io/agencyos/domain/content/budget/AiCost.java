package io.agencyos.domain.content.budget;

import io.agencyos.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Metered cost in millionths of an Australian dollar, never negative; finer than {@link Money}, so that a cheap call is
 * not lost to rounding. Source: content 3.10.
 */
@ValueObject
public record AiCost(long micros) implements Comparable<AiCost> {

    public static final AiCost ZERO = new AiCost(0);

    private static final int DECIMALS = 6;
    private static final long MICROS_PER_CENT = 10_000;

    public AiCost {
        if (micros < 0) {
            throw new IllegalArgumentException("a cost of " + micros + " micro-dollars");
        }
    }

    /** Dollars with at most six decimals; more of them are a defect of the caller and throw. */
    public static AiCost dollars(String dollars) {
        return of(new BigDecimal(dollars));
    }

    /** As {@link #dollars(String)}. */
    public static AiCost of(BigDecimal dollars) {
        return new AiCost(dollars.movePointRight(DECIMALS)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    public static AiCost of(Money money) {
        return new AiCost(Math.multiplyExact(money.cents(), MICROS_PER_CENT));
    }

    public AiCost plus(AiCost other) {
        return new AiCost(Math.addExact(micros, other.micros));
    }

    /** The amount in dollars with six decimals. */
    public BigDecimal toDollars() {
        return BigDecimal.valueOf(micros, DECIMALS);
    }

    /** For pages and the API, of sums only: whole cents, half a cent and more up. Source: api 1.1. */
    public long cents() {
        return (micros + MICROS_PER_CENT / 2) / MICROS_PER_CENT;
    }

    @Override
    public int compareTo(AiCost other) {
        return Long.compare(micros, other.micros);
    }
}
