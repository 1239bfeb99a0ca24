package io.agencyos.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TimeAndChanceContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DemoIdsTest extends TimeAndChanceContract {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private final RandomSource chance = new SeededRandom(7);
    private final DemoIds ids = new DemoIds(clock, chance);

    @Override
    protected ClockPort clock() {
        return clock;
    }

    @Override
    protected RandomSource random() {
        return chance;
    }

    @Override
    protected IdSource ids() {
        return ids;
    }

    @Test
    void whoever_acts_beside_others_has_ids_that_do_not_depend_on_how_many_they_take() {
        List<UUID> alone = turn(new DemoIds(new MovableClock(START), new SeededRandom(7)), 0);
        List<UUID> besideOthers = turn(ids, 50);

        assertThat(besideOthers).hasSize(3).isEqualTo(alone);
    }

    /** Three ids of the second of two, of whom the first takes some before. */
    private static List<UUID> turn(DemoIds demo, int takenBefore) {
        IdSource first = demo.ownSource();
        IdSource second = demo.ownSource();
        List<UUID> made = new ArrayList<>();
        DemoIds.from(first, () -> {
            for (int n = 0; n < takenBefore; n++) {
                demo.next();
            }
        });
        DemoIds.from(second, () -> {
            for (int n = 0; n < 3; n++) {
                made.add(demo.next());
            }
        });
        return made;
    }
}
