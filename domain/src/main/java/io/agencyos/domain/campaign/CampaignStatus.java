package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Vocabulary;

/** State of a campaign; the only truth about a pause. Source: vocabulary 11, outreach 1.2. */
public enum CampaignStatus implements Vocabulary {
    /** Being prepared, never sends. */
    DRAFT,
    /** Sends, and takes one of the plan's slots. */
    ACTIVE,
    /** Stopped for now by a user, an emergency or the system. */
    PAUSED,
    /** Over for good. */
    COMPLETED;

    /** True when nothing leads out of this state any more. */
    public boolean isTerminal() {
        return this == COMPLETED;
    }

    /** The moves of outreach 1.2; repeating a state already reached is a no-op for the caller, not a move. */
    public boolean mayBecome(CampaignStatus next) {
        return switch (this) {
            case DRAFT -> next == ACTIVE;
            case ACTIVE -> next == PAUSED || next == COMPLETED;
            case PAUSED -> next == ACTIVE || next == COMPLETED;
            case COMPLETED -> false;
        };
    }
}
