package io.agencyos.domain.platform;

import io.agencyos.domain.shared.IncidentId;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Something that people outside were told about a part of the platform. Source: api 9.1, 9.17.
 *
 * @param state how the part was at the worst, or is
 * @param endedAt null while it goes on
 */
@AggregateRoot
public record Incident(
        @Identity IncidentId id,
        String component,
        State state,
        String text,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** How a part of the platform is, the better first. */
    public enum State implements Vocabulary {
        OPERATIONAL,
        DEGRADED,
        DOWN
    }

    /** The same, told otherwise. */
    public Incident told(State worst, String words, @Nullable Instant end) {
        return new Incident(id, component, worst, words, startedAt, end);
    }
}
