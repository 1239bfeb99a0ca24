package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.util.UUID;

/**
 * One way in which the product itself failed, known again by what failed and where in it. Nothing is kept of what it was
 * about: what an exception says may name people. Source: api 9.17 {@code P/system/errors}.
 *
 * @param fingerprint of kind and place
 * @param kind of exception, by its class
 * @param place in the product's code where it came from
 * @param seenIn the route or job that met it last
 * @param count how often, at least once
 */
public record Defect(
        UUID id,
        String fingerprint,
        String kind,
        String place,
        String seenIn,
        long count,
        Instant firstAt,
        Instant lastAt,
        State state) {

    /** What staff says of it. */
    public enum State implements Vocabulary {
        OPEN,
        /** Known, and nobody wants to hear of it; it is counted on. */
        MUTED,
        /** Mended; it opens again when it is met again. */
        RESOLVED
    }

    /** Met once more. */
    public Defect again(String where, Instant at) {
        return new Defect(
                id,
                fingerprint,
                kind,
                place,
                where,
                count + 1,
                firstAt,
                at.isAfter(lastAt) ? at : lastAt,
                state == State.RESOLVED ? State.OPEN : state);
    }

    /** The same as staff sees it now. */
    public Defect as(State now) {
        return new Defect(id, fingerprint, kind, place, seenIn, count, firstAt, lastAt, now);
    }
}
