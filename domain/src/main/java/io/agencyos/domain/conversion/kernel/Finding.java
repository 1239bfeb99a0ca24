package io.agencyos.domain.conversion.kernel;

import io.agencyos.domain.conversion.SegmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * An estimate and what may be said of it.
 *
 * @param q false-discovery rate within its family, null where the segment was not tested
 */
public record Finding(Estimate estimate, @Nullable Double q, SegmentStatus status) {

    /** The segment's key. */
    public String segment() {
        return estimate.segment();
    }

    /** The same with another status. */
    Finding with(SegmentStatus other) {
        return new Finding(estimate, q, other);
    }

    /** Whether the evidence holds either way. */
    public boolean isConfirmed() {
        return switch (status) {
            case CONFIRMED_POSITIVE, CONFIRMED_NEGATIVE -> true;
            case INSUFFICIENT, NO_CONTRAST, EMERGING_POSITIVE, EMERGING_NEGATIVE, NEUTRAL -> false;
        };
    }
}
