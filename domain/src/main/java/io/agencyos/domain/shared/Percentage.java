package io.agencyos.domain.shared;

import java.util.regex.Pattern;

/** A whole percentage, 0 to 100: shares, floors, progress. Rates with fractions are no percentages. Source: data model 1. */
public record Percentage(int value) implements Comparable<Percentage> {

    /** Nothing. */
    public static final Percentage ZERO = new Percentage(0);

    /** All of it. */
    public static final Percentage HUNDRED = new Percentage(100);

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,3})\\s*%?");

    /** Refuses a value outside 0 to 100. */
    public Percentage {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("not a percentage: " + value);
        }
    }

    /** Checks a number from outside. */
    public static Result<Percentage, InputProblem> of(long value) {
        return value < 0 || value > 100 ? outOfRange() : Result.ok(new Percentage((int) value));
    }

    /** Reads {@code 40} or {@code 40 %}. */
    public static Result<Percentage, InputProblem> parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        return written.matches() ? of(Long.parseLong(written.group(1))) : outOfRange();
    }

    /** The whole part of this share of {@code amount}, rounded down. */
    public long floorOf(long amount) {
        return Math.floorDiv(Math.multiplyExact(amount, value), 100);
    }

    @Override
    public int compareTo(Percentage other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " %";
    }

    private static Result<Percentage, InputProblem> outOfRange() {
        return Result.err(InputProblem.percentage("A percentage is a whole number from 0 to 100."));
    }
}
