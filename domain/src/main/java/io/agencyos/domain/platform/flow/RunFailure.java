package io.agencyos.domain.platform.flow;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a run could not go on.
 *
 * @param code short and stable, such as {@code TIMEOUT}
 * @param message a plain sentence without personal data or secrets
 * @param retryAfter what the other side asked for, or zero
 */
public record RunFailure(FailureClass kind, String code, String message, Duration retryAfter) {

    private static final BackOff BUG = BackOff.seconds(60);

    public static RunFailure of(FailureClass kind, String code, String message) {
        return new RunFailure(kind, code, message, Duration.ZERO);
    }

    /**
     * How long until the run is tried again; empty when it stays failed. Only what may pass by itself is tried again, a
     * defect once.
     */
    public Optional<Duration> retryIn(BackOff backOff, int retried, int jitter) {
        return switch (kind) {
            case TRANSIENT, LIMIT -> backOff.next(retried, jitter, retryAfter);
            case BUG -> BUG.next(retried, jitter, retryAfter);
            case PERMANENT, CREDENTIAL, UNKNOWN_OUTCOME -> Optional.empty();
        };
    }
}
