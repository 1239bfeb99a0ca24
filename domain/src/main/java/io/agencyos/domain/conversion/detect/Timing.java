package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Share;
import io.agencyos.domain.shared.LargestRemainder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When conversions come, described rather than tested.
 *
 * @param hazards per touch number, delivered touches and the conversions credited to them
 * @param daysToConvert whole days from the first touch to the booking, with how many conversions took them
 * @param steered touches by what their time was chosen by
 */
public record Timing(List<Hazard> hazards, Map<Integer, Long> daysToConvert, List<Steered> steered) {

    /** Touches of one number. */
    public record Hazard(int touch, long atRisk, long converted) {

        double rate() {
            return (double) converted / atRisk;
        }

        private Node node() {
            Share share = Share.of(converted, atRisk);
            return Node.members()
                    .with("touch", touch)
                    .with("at_risk", atRisk)
                    .with("converted", converted)
                    .with("rate", Node.rounded(rate(), 4))
                    .with("ci_low", Node.rounded(share.low(), 4))
                    .with("ci_high", Node.rounded(share.high(), 4))
                    .done();
        }
    }

    /** Nothing is known. */
    public static final Timing NONE = new Timing(List.of(), Map.of());

    private static final int SINGLE = 6;

    public Timing {
        hazards = hazards.stream()
                .filter(each -> each.atRisk() > 0)
                .sorted(Comparator.comparingInt(Hazard::touch))
                .toList();
        daysToConvert = Map.copyOf(daysToConvert);
        steered = List.copyOf(steered);
    }

    /** Where nothing was steered. */
    public Timing(List<Hazard> hazards, Map<Integer, Long> daysToConvert) {
        this(hazards, daysToConvert, List.of());
    }

    Node hazardNode() {
        return Node.items(hazards.stream().map(Hazard::node).toList());
    }

    /** The touch number at which an open lead most likely books: by hazard, as by share it would always be the first. */
    @Nullable
    Integer peak() {
        return hazards.stream()
                .filter(each -> each.converted() > 0)
                .max(Comparator.comparingDouble(Hazard::rate)
                        .thenComparing(Comparator.comparingInt(Hazard::touch).reversed()))
                .map(Hazard::touch)
                .orElse(null);
    }

    /** Mean touch number of conversions, 1 decimal. */
    Node averageTouches() {
        long converted = conversions();
        long sum = hazards.stream()
                .mapToLong(each -> each.touch() * each.converted())
                .sum();
        return converted == 0
                ? new Node.Nothing()
                : Node.figure(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(converted), 1, RoundingMode.HALF_UP));
    }

    /** Share of conversions per touch number, in hundredths that sum to one. */
    Node distribution() {
        Node.Builder shares = Node.members();
        if (conversions() > 0) {
            long[] perTouch = new long[SINGLE + 1];
            hazards.forEach(each -> perTouch[Math.min(each.touch(), SINGLE + 1) - 1] += each.converted());
            List<Long> parts = LargestRemainder.split(
                    100, Arrays.stream(perTouch).mapToObj(BigDecimal::valueOf).toList());
            for (int i = 0; i < parts.size(); i++) {
                String name = i < SINGLE ? "touch_" + (i + 1) : "touch_7_plus";
                shares.with(name, Node.figure(BigDecimal.valueOf(parts.get(i), 2)));
            }
        }
        return shares.done();
    }

    Node conversionTiming() {
        return Node.members()
                .with("avg_days_to_convert", meanDays())
                .with("median_days_to_convert", percentile(50))
                .with("percentile_50", percentile(50))
                .with("percentile_80", percentile(80))
                .with("percentile_95", percentile(95))
                .done();
    }

    private Node meanDays() {
        long count = daysToConvert.values().stream().mapToLong(Long::longValue).sum();
        long sum = daysToConvert.entrySet().stream()
                .mapToLong(each -> each.getKey() * each.getValue())
                .sum();
        return count == 0
                ? new Node.Nothing()
                : Node.figure(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP));
    }

    /** The smallest number of days within which at least so many percent had converted. */
    private Node percentile(int percent) {
        long count = daysToConvert.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        SortedMap<Integer, Long> sorted = new TreeMap<>(daysToConvert);
        for (Map.Entry<Integer, Long> each : sorted.entrySet()) {
            seen += each.getValue();
            if (seen * 100 >= percent * count) {
                return Node.whole(each.getKey());
            }
        }
        return new Node.Nothing();
    }

    private long conversions() {
        return hazards.stream().mapToLong(Hazard::converted).sum();
    }
}
