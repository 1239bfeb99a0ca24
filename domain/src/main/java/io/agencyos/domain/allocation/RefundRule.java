package io.agencyos.domain.allocation;

import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lead that was paid for, and that no touch has reached or still may reach, is given back its price. Source:
 * scoring PLAN-4.
 */
public final class RefundRule {

    private static final int DEAD_BELOW = 20;

    /** Why a credit goes back; stored as the entry's reason. */
    public enum Cause implements Vocabulary {
        /** The address is invalid or bounced for good. */
        INVALID_ADDRESS,
        /** Somebody, or the lead itself, has closed the person. */
        SUPPRESSED,
        /** The score fell below 20. */
        SCORE_DEAD
    }

    /**
     * How an assignment ended, as far as it has.
     *
     * @param score null where the lead has none
     * @param released why the hold on the person ended, null while it lasts
     * @param stopped why the last enrolment was stopped, null where it was not
     */
    @ValueObject
    public record Ended(
            LeadStatus status,
            @Nullable Integer score,
            @Nullable ReleaseReason released,
            @Nullable StopReason stopped) {}

    private RefundRule() {}

    /** The cause, or empty where the credit stays spent. */
    public static Optional<Cause> cause(Ended ended) {
        if (isInvalid(ended)) {
            return Optional.of(Cause.INVALID_ADDRESS);
        }
        if (isSuppressed(ended)) {
            return Optional.of(Cause.SUPPRESSED);
        }
        boolean dead = ended.score() != null && ended.score() < DEAD_BELOW;
        return dead ? Optional.of(Cause.SCORE_DEAD) : Optional.empty();
    }

    private static boolean isInvalid(Ended ended) {
        return ended.status() == LeadStatus.BOUNCED
                || ended.status() == LeadStatus.INVALID
                || ended.released() == ReleaseReason.INVALID
                || ended.stopped() == StopReason.Plain.BOUNCED;
    }

    private static boolean isSuppressed(Ended ended) {
        return ended.status() == LeadStatus.UNSUBSCRIBED
                || ended.released() == ReleaseReason.SUPPRESSED
                || ended.stopped() instanceof StopReason.Suppressed
                || ended.stopped() == StopReason.Plain.UNSUBSCRIBED
                || ended.stopped() == StopReason.Plain.COMPLAINED;
    }
}
