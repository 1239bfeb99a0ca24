package io.agencyos.domain.resource.seat;

import io.agencyos.domain.shared.Vocabulary;

/** Where a lead stands with a client's seat; that nobody answers is a mark, not a state. Source: outreach 11.4. */
public enum ConnectionState implements Vocabulary {
    /** The profile was looked at. */
    VIEWED,
    /** Invited. */
    PENDING,
    /** Invited and accepted. */
    ACCEPTED,
    /** Was connected before. */
    CONNECTED,
    DECLINED,
    /** We took the invitation back. */
    WITHDRAWN;

    /** Whether the lead can be written to. */
    public boolean isConnected() {
        return this == ACCEPTED || this == CONNECTED;
    }
}
