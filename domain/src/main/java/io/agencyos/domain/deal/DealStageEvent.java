package io.agencyos.domain.deal;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a deal's history, never changed. Source: content 5.2, data model 5.9.
 *
 * @param from null for the first
 * @param daysInPrevious whole days
 * @param by null for the product itself
 */
public record DealStageEvent(
        UUID id,
        ClientId clientId,
        DealId deal,
        @Nullable DealStage from,
        DealStage to,
        int daysInPrevious,
        @Nullable UserId by,
        @Nullable String note,
        Instant at) {

    /** What a change from one state of the deal to the next is told as. */
    public static DealStageEvent between(UUID id, Deal before, Deal after, @Nullable UserId by, Instant at) {
        return new DealStageEvent(
                id,
                after.clientId(),
                after.id(),
                before.stage(),
                after.stage(),
                Math.toIntExact(Duration.between(before.stageSince(), at).toDays()),
                by,
                after.lostNotes(),
                at);
    }
}
