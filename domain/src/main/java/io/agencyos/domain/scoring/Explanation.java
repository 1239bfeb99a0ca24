package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.Facet;
import io.agencyos.domain.scoring.weight.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Why a score is what it is: rows whose exact points, and whose points as shown with 2 decimals, both add up to the
 * score. Source: scoring ALS-14.
 *
 * @param missing at most three facts that a person or a look-up could supply, those worth most first
 */
@ValueObject
public record Explanation(AlsScore total, List<Row> rows, List<Missing> missing) {

    /**
     * One signal.
     *
     * @param fact the fact as it was read
     * @param points weighted, exact
     * @param max the most that the row can earn, weighted
     * @param shownCents the points as shown, in hundredths
     */
    public record Row(Signal signal, String fact, ExactPoints points, ExactPoints max, long shownCents) {

        public Facet facet() {
            return signal.facet();
        }

        public @Nullable Component component() {
            return signal.component();
        }

        /** The points as shown, with 2 decimals. */
        public BigDecimal shown() {
            return BigDecimal.valueOf(shownCents, 2);
        }
    }

    /** A fact that is absent or unverified, and the weighted points that it could still add. */
    public record Missing(Signal signal, ExactPoints points) {}

    private static final int MOST_MISSING = 3;

    private static final List<Signal> SUPPLIABLE = List.of(
            Signal.EMAIL,
            Signal.PHONE,
            Signal.LINKEDIN_URL,
            Signal.PERSONAL_EMAIL,
            Signal.TITLE,
            Signal.INDUSTRY,
            Signal.EMPLOYEES,
            Signal.LOCATION);

    public Explanation {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    static Explanation of(AlsResult result) {
        List<Signal> signals = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            if (result.has(signal)) {
                signals.add(signal);
            }
        }
        long[] cents = shownCents(result, signals);
        List<Row> rows = new ArrayList<>(signals.size());
        for (int i = 0; i < cents.length; i++) {
            Signal signal = signals.get(i);
            rows.add(new Row(
                    signal, FactText.of(signal, result), result.points(signal), result.maximum(signal), cents[i]));
        }
        return new Explanation(result.score(), rows, missing(result));
    }

    /** Rounded down, the missing cents given by largest remainder, ties in the order of the rows. */
    private static long[] shownCents(AlsResult result, List<Signal> signals) {
        long perPoint = result.unitsPerPoint();
        long[] cents = new long[signals.size()];
        long[] remainders = new long[signals.size()];
        long left = result.score().value() * 100L;
        for (int i = 0; i < cents.length; i++) {
            long hundredfold = result.units(signals.get(i)) * 100;
            cents[i] = Math.floorDiv(hundredfold, perPoint);
            remainders[i] = Math.floorMod(hundredfold, perPoint);
            left -= cents[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                if (remainders[i] > remainders[largest]) {
                    largest = i;
                }
            }
            cents[largest]++;
            remainders[largest] = -1;
        }
        return cents;
    }

    private static List<Missing> missing(AlsResult result) {
        return SUPPLIABLE.stream()
                .filter(signal -> result.isMissing(signal) || isUnverified(signal, result))
                .map(signal -> new Missing(signal, room(signal, result)))
                .filter(missing -> missing.points().numerator() > 0)
                .sorted(Comparator.comparing(Missing::points).reversed())
                .limit(MOST_MISSING)
                .toList();
    }

    private static boolean isUnverified(Signal signal, AlsResult result) {
        return (signal == Signal.EMAIL || signal == Signal.PHONE)
                && room(signal, result).numerator() > 0;
    }

    private static ExactPoints room(Signal signal, AlsResult result) {
        ExactPoints earned = result.points(signal);
        return result.maximum(signal).plus(new ExactPoints(-earned.numerator(), earned.denominator()));
    }
}
