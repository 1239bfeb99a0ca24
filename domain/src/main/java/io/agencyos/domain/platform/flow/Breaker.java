package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Stops work that would fail anyway. Five failures in a row within ten minutes open it, one refused credential does so at
 * once; after a while one probe goes through, and its outcome decides. Source: flows 1.7.
 *
 * @param client the nil id where a vendor is down for everybody
 * @param key what exactly is stopped within the scope, such as a vendor's account; empty for the whole scope
 * @param message what the client is shown
 * @param failures in a row
 * @param failingSince the first of them, or the beginning of the probe; null for none
 * @param openedAt null while it was never open
 * @param retryAt when the next probe goes through; null for only after somebody acted
 * @param openedBy {@code system} or the id of a person
 */
@ValueObject
public record Breaker(
        ClientId client,
        BreakerScope scope,
        String key,
        State state,
        String reason,
        String message,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant openedAt,
        @Nullable Instant retryAt,
        @Nullable Instant closedAt,
        String openedBy) {

    public static final String SYSTEM = "system";

    private static final int TOO_MANY = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Whether work passes. */
    public enum State implements Vocabulary {
        /** Everything passes. */
        CLOSED,
        /** Nothing passes. */
        OPEN,
        /** One probe is under way. */
        HALF_OPEN
    }

    /** One that nothing has happened to. */
    public static Breaker closed(ClientId client, BreakerScope scope, String key) {
        return new Breaker(client, scope, key, State.CLOSED, "", "", 0, null, null, null, null, SYSTEM);
    }

    /** Whether work has to wait; when the time of a probe has come, it need not. */
    public boolean stops(Instant now) {
        return switch (state) {
            case CLOSED -> false;
            // a probe whose worker died is not waited for for ever
            case HALF_OPEN -> failingSince != null && now.isBefore(failingSince.plus(FIRST_WAIT));
            case OPEN -> retryAt == null || now.isBefore(retryAt);
        };
    }

    /** A call through it failed. Only failures of the other side's own count. */
    public Breaker failed(FailureClass kind, String because, String shown, Instant now) {
        return switch (kind) {
            case CREDENTIAL -> open(because, shown, SYSTEM, now, null);
            case TRANSIENT -> failedAgain(because, shown, now);
            case PERMANENT, LIMIT, UNKNOWN_OUTCOME, BUG -> this;
        };
    }

    private Breaker failedAgain(String because, String shown, Instant now) {
        return switch (state) {
            case OPEN -> this;
            case HALF_OPEN -> open(because, shown, SYSTEM, now, now.plus(nextWait()));
            case CLOSED -> {
                boolean inARow = failingSince != null
                        && Duration.between(failingSince, now).compareTo(WITHIN) <= 0;
                int count = inARow ? failures + 1 : 1;
                Breaker counted = with(State.CLOSED, count, inARow ? failingSince : now, closedAt);
                yield count < TOO_MANY ? counted : counted.open(because, shown, SYSTEM, now, now.plus(FIRST_WAIT));
            }
        };
    }

    private Duration nextWait() {
        if (openedAt == null || retryAt == null) {
            return FIRST_WAIT;
        }
        Duration doubled = Duration.between(openedAt, retryAt).multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    /** A call through it went well. An answer that was still under way when it opened closes nothing. */
    public Breaker succeeded(Instant now) {
        return switch (state) {
            case CLOSED -> failures == 0 ? this : with(State.CLOSED, 0, null, closedAt);
            case HALF_OPEN -> close(now);
            case OPEN -> this;
        };
    }

    /** The one probe begins; nothing else passes until its outcome is known, or for five minutes. */
    public Breaker probing(Instant now) {
        return with(State.HALF_OPEN, failures, now, closedAt);
    }

    /**
     * Opens it, whatever it was.
     *
     * @param until when work is tried again by itself; null for only after somebody acted
     */
    public Breaker open(String because, String shown, String by, Instant now, @Nullable Instant until) {
        return new Breaker(
                client, scope, key, State.OPEN, because, shown, failures, failingSince, now, until, closedAt, by);
    }

    /**
     * Open for as long as something stands as it does.
     *
     * @param since when it began, null where nobody wrote it down
     * @param until when it ends by itself, null where somebody has to act
     */
    public Breaker standing(String shown, @Nullable Instant since, @Nullable Instant until) {
        return new Breaker(
                client,
                scope,
                key,
                State.OPEN,
                scope.wire(),
                shown,
                failures,
                failingSince,
                since,
                until,
                closedAt,
                SYSTEM);
    }

    /** Closes it, whatever it was. */
    public Breaker close(Instant now) {
        return with(State.CLOSED, 0, null, now);
    }

    private Breaker with(State next, int count, @Nullable Instant since, @Nullable Instant closed) {
        return new Breaker(
                client, scope, key, next, reason, message, count, since, openedAt, retryAt, closed, openedBy);
    }
}
