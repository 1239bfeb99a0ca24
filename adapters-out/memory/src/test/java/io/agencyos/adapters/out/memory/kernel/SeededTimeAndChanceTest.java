package io.agencyos.adapters.out.memory.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TimeAndChanceContract;
import io.agencyos.application.shared.TimeOrderedIds;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeededTimeAndChanceTest extends TimeAndChanceContract {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private final RandomSource random = new SeededRandom(1);
    private final IdSource ids = new TimeOrderedIds(clock, random);

    @Override
    protected ClockPort clock() {
        return clock;
    }

    @Override
    protected RandomSource random() {
        return random;
    }

    @Override
    protected IdSource ids() {
        return ids;
    }

    @Test
    void the_same_seed_and_clock_make_the_same_ids_again() {
        IdSource again = new TimeOrderedIds(new MovableClock(START), new SeededRandom(1));

        assertThat(again.next()).isEqualTo(ids.next());
        assertThat(again.next()).isEqualTo(ids.next());
    }
}
