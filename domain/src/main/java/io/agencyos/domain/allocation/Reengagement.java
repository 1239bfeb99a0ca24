package io.agencyos.domain.allocation;

import io.agencyos.domain.lead.LeadHistory;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ReleaseReason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a person of the client may take a lead up again that had ended: 90 days after the last contact, 180 after a no.
 * Source: api 9.6 (reengage), scoring POOL-5.
 */
public final class Reengagement {

    /**
     * It may not be taken up.
     *
     * @param until when it may; null for never, because the lead has not ended or has ended for good
     */
    public record NotEligible(@Nullable Instant until) {}

    private Reengagement() {}

    /** Why not; empty when it may be. */
    public static Optional<NotEligible> refusal(LeadStatus status, LeadHistory history, Instant now) {
        return switch (status) {
            case COMPLETED, ARCHIVED -> rest(ReleaseReason.SEQUENCE_EXHAUSTED, history, now);
            case NOT_INTERESTED -> rest(ReleaseReason.NOT_INTERESTED, history, now);
            case NEW,
                    ENRICHED,
                    SCORED,
                    IN_SEQUENCE,
                    REPLIED,
                    MEETING_BOOKED,
                    CONVERTED,
                    UNSUBSCRIBED,
                    BOUNCED,
                    INVALID -> Optional.of(new NotEligible(null));
        };
    }

    private static Optional<NotEligible> rest(ReleaseReason reason, LeadHistory history, Instant now) {
        return Cooling.until(reason, history.lastTouchAt(), history.lastReplyAt())
                .filter(now::isBefore)
                .map(NotEligible::new);
    }
}
