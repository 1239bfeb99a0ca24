package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.Vocabulary;

/** What a circuit breaker stops. Source: flows 1.7. */
public enum BreakerScope implements Vocabulary {
    /** No credits left: new leads wait. */
    CREDITS,
    /** Neither active nor on trial. */
    SUBSCRIPTION,
    /** The client stopped everything. */
    CLIENT_PAUSE,
    /** The day's model budget is spent. */
    AI_BUDGET,
    /** A vendor's account; the key names it. */
    VENDOR,
    /** A sending domain; the key names it. */
    DELIVERABILITY,
    /** The connection to the client's CRM. */
    CRM
}
