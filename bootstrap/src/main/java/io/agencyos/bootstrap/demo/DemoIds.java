package io.agencyos.bootstrap.demo;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TimeOrderedIds;
import java.util.UUID;

/**
 * The ids of the demonstration. What happens side by side draws from sources of its own, so that nobody's ids depend on
 * how fast somebody else was: from the same chance comes the same story.
 */
final class DemoIds implements IdSource {

    private static final ScopedValue<IdSource> TURN = ScopedValue.newInstance();

    private final ClockPort clock;
    private final RandomSource chance;
    private final IdSource everybodyElse;

    DemoIds(ClockPort clock, RandomSource chance) {
        this.clock = clock;
        this.chance = chance;
        this.everybodyElse = new TimeOrderedIds(clock, chance);
    }

    @Override
    public UUID next() {
        return TURN.orElse(everybodyElse).next();
    }

    /** A source for one of those who act side by side; make all of them in the same order each time. */
    IdSource ownSource() {
        return new TimeOrderedIds(clock, new SeededRandom(chance.nextLong()));
    }

    /** Runs a turn whose ids come from this source. */
    static void from(IdSource source, Runnable turn) {
        ScopedValue.where(TURN, source).run(turn);
    }
}
