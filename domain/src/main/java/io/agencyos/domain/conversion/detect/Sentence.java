package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.kernel.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** A finding in plain words, with its size, interval and sample; of association, never of cause. */
public final class Sentence {

    private Sentence() {}

    /**
     * What is said of one value of a dimension: what was counted first, then what it amounts to like for like, as months and
     * other mixes differ and small numbers exaggerate.
     */
    static String of(String subject, String dimension, Entry entry) {
        Estimate estimate = entry.estimate();
        return "%s, %s: %d of %d; like for like %s (95 %% credible interval %s to %s) against %s of all compared; %s"
                .formatted(
                        subject.replace('_', ' '),
                        value(dimension, entry.key()),
                        estimate.k(),
                        estimate.n(),
                        percent(estimate.rate()),
                        percent(estimate.interval().low()),
                        percent(estimate.interval().high()),
                        percent(estimate.shrinkage().p0()),
                        verdict(entry));
    }

    /** A value of a dimension in plain words. */
    public static String value(String dimension, String key) {
        String words = key.equals(Judged.WITH) || key.equals(Judged.WITHOUT)
                ? key + " " + dimension
                : dimension + " " + (isDay(dimension) ? When.dayName(key) : key);
        return words.replace('_', ' ').replace(":", " ");
    }

    /** Led by its section or not. */
    private static boolean isDay(String dimension) {
        return dimension.equals(When.DAY) || dimension.endsWith(":" + When.DAY);
    }

    private static String verdict(Entry entry) {
        return switch (entry.status()) {
            case CONFIRMED_POSITIVE -> "associated with more conversions" + repeated(entry);
            case CONFIRMED_NEGATIVE -> "associated with fewer conversions" + repeated(entry);
            case EMERGING_POSITIVE -> "perhaps more, not yet certain: " + needed(entry);
            case EMERGING_NEGATIVE -> "perhaps fewer, not yet certain: " + needed(entry);
            case NEUTRAL -> "no difference seen";
            case NO_CONTRAST -> "nothing to compare it with";
            case INSUFFICIENT -> "too few to tell";
        };
    }

    private static String needed(Entry entry) {
        return String.format(Locale.ROOT, "about %,d such are needed to tell", entry.unitsNeeded());
    }

    private static String repeated(Entry entry) {
        return entry.automatic() ? ", repeated after eight weeks" : ", newly confirmed";
    }

    private static String percent(double rate) {
        return BigDecimal.valueOf(rate * 100).setScale(2, RoundingMode.HALF_UP) + " %";
    }
}
