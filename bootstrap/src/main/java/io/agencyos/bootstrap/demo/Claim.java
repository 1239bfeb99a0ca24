package io.agencyos.bootstrap.demo;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.domain.conversion.SegmentStatus;
import io.agencyos.domain.conversion.pattern.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a pattern claims of a segment.
 *
 * @param low of the 95 % interval of the lift
 * @param high of the same
 */
record Claim(String dimension, String key, SegmentStatus status, double lift, double low, double high) {

    /** Everything that a pattern says, certain or not. */
    static List<Claim> of(LearnedPattern pattern) {
        double base = (double) pattern.conversions() / pattern.sampleSize();
        return pattern.document()
                .get("findings")
                .filter(Node.Items.class::isInstance)
                .map(items -> ((Node.Items) items)
                        .all().stream()
                                .filter(Node.Members.class::isInstance)
                                .map(finding -> of((Node.Members) finding, base))
                                .toList())
                .orElse(List.of());
    }

    private static Claim of(Node.Members finding, double base) {
        String status = text(finding, "status");
        return new Claim(
                text(finding, "dimension"),
                text(finding, "key"),
                Arrays.stream(SegmentStatus.values())
                        .filter(each -> each.wire().equals(status))
                        .findFirst()
                        .orElseThrow(),
                number(finding, "lift").orElse(1.0),
                number(finding, "ci_low").orElse(0.0) / base,
                number(finding, "ci_high").orElse(1.0) / base);
    }

    private static String text(Node.Members finding, String name) {
        return finding.get(name).orElseThrow() instanceof Node.Text(String value) ? value : "";
    }

    private static Optional<Double> number(Node.Members finding, String name) {
        return finding.get(name)
                .filter(Node.Figure.class::isInstance)
                .map(figure -> ((Node.Figure) figure).value().doubleValue());
    }

    boolean isConfirmed() {
        return status == SegmentStatus.CONFIRMED_POSITIVE || status == SegmentStatus.CONFIRMED_NEGATIVE;
    }

    /** Whether the planted effect lies outside the interval and is not even of the kind that is claimed. Source: CIS 5.6. */
    boolean contradicts(PlantedEffect planted) {
        boolean outside = planted.lift() < low || planted.lift() > high;
        return outside
                && (status == SegmentStatus.CONFIRMED_POSITIVE
                        ? planted.effect() < Verdict.BETTER
                        : planted.effect() > Verdict.WORSE);
    }
}
