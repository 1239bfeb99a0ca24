package io.agencyos.domain.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jmolecules.ddd.annotation.ValueObject;

/** Points of a score as an exact fraction in lowest terms; the denominator is positive. Source: scoring ALS-14. */
@ValueObject
public record ExactPoints(long numerator, long denominator) implements Comparable<ExactPoints> {

    public static final ExactPoints ZERO = new ExactPoints(0, 1);

    public ExactPoints {
        if (denominator <= 0) {
            throw new IllegalArgumentException("the denominator of points is positive");
        }
        long divisor = gcd(Math.abs(numerator), denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /** That many whole points. */
    public static ExactPoints whole(long points) {
        return new ExactPoints(points, 1);
    }

    /** The exact sum; denominators of one score divide one another's multiple, so it stays far from overflow. */
    public ExactPoints plus(ExactPoints other) {
        long common = Math.multiplyExact(denominator / gcd(denominator, other.denominator), other.denominator);
        return new ExactPoints(
                Math.addExact(
                        Math.multiplyExact(numerator, common / denominator),
                        Math.multiplyExact(other.numerator, common / other.denominator)),
                common);
    }

    /** With that many decimals, rounded down (towards minus infinity). */
    public BigDecimal floor(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.FLOOR);
    }

    @Override
    public int compareTo(ExactPoints other) {
        return BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(other.denominator))
                .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.max(a, 1) : gcd(b, a % b);
    }
}
