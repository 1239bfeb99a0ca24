package io.agencyos.adapters.out.sandbox.world;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a world lives.
 *
 * @param haste so many times faster than its clock everything comes that comes later; 1 for worlds that keep its time
 * @param spontaneous whether people do anything that nobody told them to
 */
public record Tempo(int haste, boolean spontaneous) {

    /** As people live. */
    public static final Tempo REAL = new Tempo(1, true);

    /** An hour is a minute: for somebody who waits for what happens. */
    public static final Tempo HASTY = new Tempo(60, true);

    /** As fast, but people do only what they are told to. */
    public static final Tempo TOLD = new Tempo(60, false);

    /** Whoever is on the telephone in a fast world stays so long, so that it can be said what comes of it. */
    private static final Duration ON_THE_LINE = Duration.ofMinutes(2);

    Instant hastened(Instant now, Instant at) {
        return haste == 1 || at.isBefore(now)
                ? at
                : now.plus(Duration.between(now, at).dividedBy(haste));
    }

    /** When a call ends that would end then. */
    public Instant callEnds(Instant now, Instant at) {
        return haste == 1 || at.isAfter(now.plus(ON_THE_LINE)) ? at : now.plus(ON_THE_LINE);
    }
}
