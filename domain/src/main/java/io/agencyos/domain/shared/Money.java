package io.agencyos.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount in Australian dollars, counted in whole cents; may be negative. Metered vendor cost is finer and is not
 * this type. Source: api 1.1, data model 1.
 */
public record Money(long cents) implements Comparable<Money> {

    /** Nothing. */
    public static final Money ZERO = new Money(0);

    private static final Pattern WRITTEN =
            Pattern.compile("(-?)(?:A?\\$|AUD)?\\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,13})(?:\\.([0-9]{1,2}))?");

    /** Whole dollars. */
    public static Money dollars(long dollars) {
        return new Money(Math.multiplyExact(dollars, 100L));
    }

    /** Reads {@code 1250}, {@code 1,250.00} or {@code A$99.5}; more than two decimals are refused, not rounded. */
    public static Result<Money, InputProblem> parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Result.err(InputProblem.money("An amount looks like 1250 or 1,250.00."));
        }
        String fraction = written.group(3) == null ? "" : "." + written.group(3);
        long cents = new BigDecimal(written.group(2).replace(",", "") + fraction)
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
        return Result.ok(new Money(written.group(1).isEmpty() ? cents : -cents));
    }

    /** Sum; an overflow is a defect and throws. */
    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    /** Difference; an overflow is a defect and throws. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    /** Multiple; an overflow is a defect and throws. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor));
    }

    /** The amount in dollars with two decimals. */
    public BigDecimal toDollars() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return "AUD " + toDollars();
    }
}
