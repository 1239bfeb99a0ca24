package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;

/** How a meeting stands; derived whenever it is asked for, never stored. Source: content 5.1, api 9.12. */
public enum MeetingStatus implements Vocabulary {
    CANCELLED,
    NO_SHOW,
    COMPLETED,
    /** It is over, and nobody has said how it went. */
    AWAITING_OUTCOME,
    CONFIRMED,
    SCHEDULED;

    /** Still to take place. */
    public boolean isUpcoming() {
        return this == CONFIRMED || this == SCHEDULED;
    }

    /** The first that applies, in the order of the words. */
    public static MeetingStatus of(Meeting meeting, Instant now) {
        if (meeting.outcome() == MeetingOutcome.CANCELLED) {
            return CANCELLED;
        }
        if (meeting.outcome() == MeetingOutcome.NO_SHOW) {
            return NO_SHOW;
        }
        if (Boolean.TRUE.equals(meeting.showedUp())) {
            return COMPLETED;
        }
        Instant end = meeting.endsAt();
        if (end != null && !end.isAfter(now)) {
            return AWAITING_OUTCOME;
        }
        return meeting.confirmedAt() == null ? SCHEDULED : CONFIRMED;
    }
}
