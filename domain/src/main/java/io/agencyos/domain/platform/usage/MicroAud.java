package io.agencyos.domain.platform.usage;

import io.agencyos.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What a use of a vendor costs, in millionths of an Australian dollar, never negative; finer than {@link Money}, so that a
 * cheap call is not lost to rounding. Source: vendor catalogue 6.
 */
@ValueObject
public record MicroAud(long micros) implements Comparable<MicroAud> {

    public static final MicroAud ZERO = new MicroAud(0);

    static final long PER_CENT = 10_000;

    public MicroAud {
        if (micros < 0) {
            throw new IllegalArgumentException("a cost of " + micros + " micro-dollars");
        }
    }

    public static MicroAud dollars(long whole) {
        return of(Money.dollars(whole));
    }

    public static MicroAud of(Money money) {
        return new MicroAud(Math.multiplyExact(money.cents(), PER_CENT));
    }

    /**
     * A price in US dollars, rounded up for each call.
     *
     * @param rate Australian dollars for one of them
     */
    public static MicroAud ofUsd(BigDecimal usd, BigDecimal rate) {
        return new MicroAud(usd.multiply(rate)
                .movePointRight(6)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
    }

    public MicroAud plus(MicroAud other) {
        return new MicroAud(Math.addExact(micros, other.micros));
    }

    public MicroAud times(int units) {
        return new MicroAud(Math.multiplyExact(micros, units));
    }

    /** An equal part, rounded up. */
    public MicroAud dividedBy(int parts) {
        return new MicroAud(Math.ceilDiv(micros, parts));
    }

    /** Whole cents, half up: aggregates alone are rounded so. Source: api 1.1. */
    public long cents() {
        return (micros + PER_CENT / 2) / PER_CENT;
    }

    @Override
    public int compareTo(MicroAud other) {
        return Long.compare(micros, other.micros);
    }
}
