package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;

/**
 * Whether enough is ready for the clients of the coming weeks: a new domain takes 16 to 23 days. Source: scoring RES-6.
 *
 * @param allocated resources of a kind that clients have
 * @param ready warmed ones that nobody has
 */
public record ResourceBuffer(int allocated, int ready) {

    private static final int WANTED_PERCENT = 40;
    private static final int CRITICAL_PERCENT = 20;

    /** How short the buffer is. */
    public enum Level implements Vocabulary {
        OK,
        WARNING,
        CRITICAL
    }

    /** ⌈0.40 × allocated⌉. */
    public int required() {
        return Math.ceilDiv(allocated * WANTED_PERCENT, 100);
    }

    /** Resources to buy. */
    public int shortfall() {
        return Math.max(0, required() - ready);
    }

    /** Ready of allocated in tenths of a percent, HALF_UP: 353 is 35.3 %; 1000 where nothing is lent yet. */
    public int perMille() {
        return allocated == 0 ? 1_000 : Math.floorDiv(2_000 * ready + allocated, 2 * allocated);
    }

    /** Below a fifth critical, below what is required a warning. */
    public Level level() {
        if (ready * 100 < CRITICAL_PERCENT * allocated) {
            return Level.CRITICAL;
        }
        return shortfall() > 0 ? Level.WARNING : Level.OK;
    }
}
