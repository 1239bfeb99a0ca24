package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Vocabulary;

/** What a thread came to. Source: data model 4. */
public enum ThreadOutcome implements Vocabulary {
    ONGOING,
    CONVERTED,
    MEETING_BOOKED,
    REJECTED,
    NO_RESPONSE,
    REFERRAL,
    FUTURE_INTEREST
}
