package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.shared.Vocabulary;

/** A fact that forces the tier to dead whatever the score; the number is kept for learning. Source: scoring ALS-13. */
public enum Gate implements Vocabulary {
    UNSUBSCRIBED(Signal.GATE_UNSUBSCRIBED),
    BOUNCED(Signal.GATE_BOUNCED),
    INVALID(Signal.GATE_INVALID),
    PLATFORM_SUPPRESSION(Signal.GATE_PLATFORM_SUPPRESSION),
    CLIENT_SUPPRESSION(Signal.GATE_CLIENT_SUPPRESSION),
    COMPETITOR(Signal.GATE_COMPETITOR),
    DO_NOT_CONTACT(Signal.GATE_DO_NOT_CONTACT);

    private final Signal signal;

    Gate(Signal signal) {
        this.signal = signal;
    }

    /** The row of the explanation that names this gate. */
    public Signal signal() {
        return signal;
    }
}
