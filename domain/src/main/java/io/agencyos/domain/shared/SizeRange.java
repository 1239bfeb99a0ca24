package io.agencyos.domain.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Numbers of employees that a client wants, both ends included; without an upper end it is open. Ranges are never
 * merged for a score. Source: scoring ALS-3.
 */
@ValueObject
public record SizeRange(int least, OptionalInt most) {

    /** The size that suits an agency where nobody said otherwise. */
    public static final SizeRange DEFAULT = closed(5, 50);

    private static final Pattern LABEL = Pattern.compile("(\\d{1,9})(?:\\+|-(\\d{1,9}))");

    /** A comma between thousands, as people write large numbers. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?:\\D|$|,))");

    private static final Map<String, SizeRange> NAMED = Map.of(
            "small", closed(1, 50),
            "medium", closed(51, 500),
            "large", closed(501, 5_000),
            "enterprise", open(5_001),
            "smb", closed(1, 200),
            "mid-market", closed(201, 1_000));

    /** A label that names no range: {@code invalid_size_range}. */
    public record InvalidSizeRange(String label) {

        public static final String CODE = "invalid_size_range";
    }

    public SizeRange {
        if (least < 0 || (most.isPresent() && (most.getAsInt() < least || most.getAsInt() < 1))) {
            throw new IllegalArgumentException("a size range starts at 0 or more and does not end before it starts");
        }
    }

    public static SizeRange closed(int least, int most) {
        return new SizeRange(least, OptionalInt.of(most));
    }

    public static SizeRange open(int least) {
        return new SizeRange(least, OptionalInt.empty());
    }

    /** Reads {@code a-b}, {@code a+} or one of the named sizes. */
    public static Result<SizeRange, InvalidSizeRange> parse(String label) {
        String text = label.strip().toLowerCase(Locale.ROOT);
        SizeRange named = NAMED.get(text);
        if (named != null) {
            return Result.ok(named);
        }
        Matcher matcher = LABEL.matcher(THOUSANDS.matcher(text).replaceAll(""));
        if (!matcher.matches()) {
            return Result.err(new InvalidSizeRange(label));
        }
        int least = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return Result.ok(open(least));
        }
        int most = Integer.parseInt(matcher.group(2));
        return most < least || most < 1 ? Result.err(new InvalidSizeRange(label)) : Result.ok(closed(least, most));
    }

    /** Every label that names no range, so that none is dropped silently when targets are saved. Source: scoring ALS-3. */
    public static List<FieldProblem> problems(String path, List<String> labels) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (parse(labels.get(i)) instanceof Result.Err) {
                problems.add(FieldProblem.of(
                        path + "[" + i + "]",
                        InvalidSizeRange.CODE,
                        "A size is such as 11-50, 500+, small, smb, mid-market or enterprise."));
            }
        }
        return List.copyOf(problems);
    }

    /**
     * The same sizes as few ranges that do not touch, the smallest first: what a vendor is asked for. Ranges between which
     * no number lies become one; a gap stays a gap. Source: flows 2.3.
     */
    public static List<SizeRange> disjoint(Collection<SizeRange> ranges) {
        List<SizeRange> joined = new ArrayList<>();
        for (SizeRange next : ranges.stream()
                .sorted(Comparator.comparingInt(SizeRange::least))
                .toList()) {
            SizeRange last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.reaches(next)) {
                joined.set(joined.size() - 1, last.with(next));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    private boolean reaches(SizeRange next) {
        return most.isEmpty() || next.least <= most.getAsInt() + 1L;
    }

    private SizeRange with(SizeRange next) {
        return most.isEmpty() || next.most.isEmpty()
                ? open(least)
                : closed(least, Math.max(most.getAsInt(), next.most.getAsInt()));
    }

    /** Whether a company of so many people is of this size. */
    public boolean includes(int employees) {
        return employees >= least && (most.isEmpty() || employees <= most.getAsInt());
    }
}
