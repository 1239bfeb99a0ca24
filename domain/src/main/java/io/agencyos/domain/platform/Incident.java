package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff tells everybody about a part of the platform that does not work as it should. Source: api 9.1, data model 5.13.
 *
 * @param component the part, by the name under which the status page shows it
 * @param endedAt null while it goes on
 */
public record Incident(
        UUID id,
        String component,
        State state,
        String text,
        Instant startedAt,
        @Nullable Instant endedAt,
        int version) {

    /** How long an incident that is over is told. */
    public static final Duration SHOWN = Duration.ofDays(90);

    /** How a part is, from best to worst. */
    public enum State implements Vocabulary {
        OPERATIONAL,
        DEGRADED,
        DOWN;

        /** Whichever is worse. */
        public State or(State other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    public boolean open() {
        return endedAt == null;
    }

    /** The same incident as it is told now. */
    public Incident told(State now, String as, @Nullable Instant ended) {
        return new Incident(id, component, now, as, startedAt, ended, version);
    }

    /** The same at another version. */
    public Incident atVersion(int next) {
        return new Incident(id, component, state, text, startedAt, endedAt, next);
    }
}
