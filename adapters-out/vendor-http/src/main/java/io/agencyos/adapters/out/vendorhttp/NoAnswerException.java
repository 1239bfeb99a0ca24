package io.agencyos.adapters.out.vendorhttp;

import java.io.IOException;

/** There was no whole answer. Never leaves this package. */
final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    /** How far the call got, which decides whether it may have had an effect. */
    enum Stage {
        /** No connection, so that not a byte of the request left. */
        NOT_CONNECTED,
        /** Not connected in time. */
        CONNECT_TIMEOUT,
        /** Connected, but no whole answer in time. */
        TIMED_OUT,
        /** Connected, and then broken off by either side. */
        BROKEN
    }

    private final Stage stage;

    NoAnswerException(Stage stage, Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }
}
