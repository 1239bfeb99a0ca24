package io.agencyos.application.shared;

import io.agencyos.domain.shared.id.UuidV7;
import java.util.UUID;

/** UUIDs version 7 from clock and chance, always increasing within one process. Thread-safe. */
public final class TimeOrderedIds implements IdSource {

    private final ClockPort clock;
    private final RandomSource random;
    private UUID last = new UUID(0, 0);

    public TimeOrderedIds(ClockPort clock, RandomSource random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized UUID next() {
        last = UuidV7.following(last, clock.now(), random.nextLong(), random.nextLong());
        return last;
    }
}
