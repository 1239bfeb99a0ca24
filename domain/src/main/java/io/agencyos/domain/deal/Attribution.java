package io.agencyos.domain.deal;

import io.agencyos.domain.shared.LargestRemainder;
import java.util.List;

/**
 * What each touch before a deal is credited with; shares and amounts add up to the last digit. A deal without touches
 * has no credits and counts as unattributed. Source: content 5.2, conversion intelligence 10.1.
 *
 * @param millionths share of each touch in millionths, together exactly 1,000,000
 * @param cents of each touch, together exactly the deal's value
 */
public record Attribution(AttributionModel model, List<Long> millionths, List<Long> cents) {

    private static final long MILLIONTHS = 1_000_000;
    private static final long HUNDREDTHS_OF_A_PERCENT = 10_000;

    public Attribution {
        millionths = List.copyOf(millionths);
        cents = List.copyOf(cents);
    }

    /** The credits of a deal worth {@code cents} after so many delivered outbound touches, oldest first. */
    public static Attribution of(AttributionModel model, int touches, long cents) {
        return touches == 0
                ? new Attribution(model, List.of(), List.of())
                : new Attribution(
                        model,
                        LargestRemainder.split(MILLIONTHS, model.weights(touches)),
                        LargestRemainder.split(cents, model.weights(touches)));
    }

    /** The shares as reports show them, in hundredths of a percent, together exactly 100.00 %. */
    public List<Long> basisPoints() {
        return isUnattributed()
                ? List.of()
                : LargestRemainder.split(HUNDREDTHS_OF_A_PERCENT, model.weights(millionths.size()));
    }

    public boolean isUnattributed() {
        return millionths.isEmpty();
    }
}
