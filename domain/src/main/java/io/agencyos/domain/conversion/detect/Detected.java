package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.kernel.Evidence;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a detector found, before a run dates and stores it.
 *
 * @param learned false for the default shape, which is shown with its note and never stored
 * @param label the outcome that was learned from
 */
public record Detected(
        PatternType type,
        boolean learned,
        long units,
        long conversions,
        int windowDays,
        BigDecimal confidence,
        String label,
        Node.Members members) {

    private static final String VERSION = "3.0";
    private static final String LABEL = "meeting_booked";

    /** A pattern with the header that all share; {@code note} says why there is none. */
    static Detected of(PatternType type, Sample sample, Node.Builder members, @Nullable String note) {
        Node.Builder all = members.with("type", type.wire())
                .with("version", VERSION)
                .with("label", LABEL)
                .with("window_days", sample.windowDays())
                .with("sample_size", sample.units())
                .with("converted", sample.conversions())
                .with(
                        "baseline_conversion_rate",
                        Node.rounded(
                                sample.units() == 0 ? Double.NaN : (double) sample.conversions() / sample.units(), 4));
        if (note != null) {
            all.with("note", note).with("source", "default");
        }
        return new Detected(
                type,
                note == null,
                sample.units(),
                sample.conversions(),
                sample.windowDays(),
                Evidence.confidence(sample.units(), sample.conversions()),
                LABEL,
                all.done());
    }

    /** Why nothing is learned yet; null when there is enough. */
    static @Nullable String shortfall(Sample sample) {
        return sample.reachesTheMinimum()
                ? null
                : "required: 30 units with 5 converted and 5 not; available: %d units, %d converted"
                        .formatted(sample.units(), sample.conversions());
    }
}
