package io.agencyos.application.allocation;

import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * What spoke against somebody whom staff wanted to give.
 *
 * @param because where the person was not available, what stands behind it
 */
public record Unfit(AssignmentRefusal check, @Nullable Unavailable because) {

    public static Unfit unavailable(Unavailable because) {
        return new Unfit(AssignmentRefusal.LEAD_UNAVAILABLE, because);
    }
}
