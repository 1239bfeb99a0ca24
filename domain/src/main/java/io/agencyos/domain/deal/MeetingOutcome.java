package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;

/** How a meeting ended; a reschedule is a count, not an outcome. Source: data model 4. */
public enum MeetingOutcome implements Vocabulary {
    PENDING,
    GOOD,
    BAD,
    NO_SHOW,
    CANCELLED
}
