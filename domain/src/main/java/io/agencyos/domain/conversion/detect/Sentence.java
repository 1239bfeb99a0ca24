package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.kernel.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A finding in plain words, with its size, interval and sample; of association, never of cause. */
public final class Sentence {

    private Sentence() {}

    /** What is said of one value of a dimension. */
    static String of(String subject, String dimension, Entry entry) {
        Estimate estimate = entry.estimate();
        String value = entry.key().equals(Judged.WITH) || entry.key().equals(Judged.WITHOUT)
                ? entry.key() + " " + dimension
                : dimension + " " + entry.key();
        return "%s, %s: %s (95 %% credible interval %s to %s) against %s overall; %d of %d; %s"
                .formatted(
                        subject.replace('_', ' '),
                        value.replace('_', ' ').replace(":", " "),
                        percent(estimate.rate()),
                        percent(estimate.interval().low()),
                        percent(estimate.interval().high()),
                        percent(estimate.shrinkage().p0()),
                        estimate.k(),
                        estimate.n(),
                        verdict(entry));
    }

    private static String verdict(Entry entry) {
        return switch (entry.status()) {
            case CONFIRMED_POSITIVE -> "associated with more conversions" + repeated(entry);
            case CONFIRMED_NEGATIVE -> "associated with fewer conversions" + repeated(entry);
            case EMERGING_POSITIVE -> "perhaps more, not yet certain";
            case EMERGING_NEGATIVE -> "perhaps fewer, not yet certain";
            case NEUTRAL -> "no difference seen";
            case NO_CONTRAST -> "nothing to compare it with";
            case INSUFFICIENT -> "too few to tell";
        };
    }

    private static String repeated(Entry entry) {
        return entry.automatic() ? ", repeated after eight weeks" : ", newly confirmed";
    }

    private static String percent(double rate) {
        return BigDecimal.valueOf(rate * 100).setScale(2, RoundingMode.HALF_UP) + " %";
    }
}
