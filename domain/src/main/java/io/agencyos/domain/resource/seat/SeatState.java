package io.agencyos.domain.resource.seat;

import io.agencyos.domain.shared.Vocabulary;

/** Where a LinkedIn seat stands. Source: scoring RES-13, outreach 11.1. */
public enum SeatState implements Vocabulary {
    PENDING,
    AWAITING_2FA,
    WARMUP,
    ACTIVE,
    CREDENTIALS_REQUIRED,
    RESTRICTED,
    DISCONNECTED;

    /** Whether it may act at all. */
    public boolean mayAct() {
        return this == WARMUP || this == ACTIVE;
    }
}
