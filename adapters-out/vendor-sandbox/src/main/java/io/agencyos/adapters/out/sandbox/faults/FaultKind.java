package io.agencyos.adapters.out.sandbox.faults;

import java.util.Locale;
import java.util.Optional;

/** What can go wrong on purpose. The first group strikes requests, the second what the world does by itself. */
public enum FaultKind {
    /** Waits {@code delayMs} before the request is looked at. */
    LATENCY(true),
    /** Answers {@code status} without taking the request: 401, 402, 422, 429 (with or without Retry-After), 5xx. */
    STATUS(true),
    /** Takes the request, then answers {@code status} all the same. */
    STATUS_AFTER(true),
    /** Never answers and does not take the request. */
    HANG_BEFORE(true),
    /** Takes the request, then never answers. */
    HANG_AFTER(true),
    /** Cuts the connection without taking the request. */
    DROP_BEFORE(true),
    /** Takes the request, then cuts the connection. */
    DROP_AFTER(true),
    /** Takes the request, then answers 2xx with half a body. */
    TRUNCATE(true),

    WEBHOOK_LOST(false),
    WEBHOOK_DOUBLED(false),
    /** The webhook comes after the next one of the same contact. */
    WEBHOOK_REORDERED(false),
    WEBHOOK_UNSIGNED(false),
    /** A text is taken, but the answer does not name it by our key. */
    ANSWER_WITHOUT_KEY(false),
    /** The mailbox loses its access when an e-mail is about to leave. */
    MAILBOX_ACCESS_LOST(false);

    private final boolean strikesRequests;

    FaultKind(boolean strikesRequests) {
        this.strikesRequests = strikesRequests;
    }

    boolean strikesRequests() {
        return strikesRequests;
    }

    /** The kind of a wire name in lower case. */
    public static Optional<FaultKind> ofWire(String name) {
        for (FaultKind kind : values()) {
            if (kind.wire().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The name in JSON. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
