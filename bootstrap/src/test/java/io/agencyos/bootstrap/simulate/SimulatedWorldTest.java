package io.agencyos.bootstrap.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Months in which everything that can fail does. Source: issue 4 point 3 b. */
class SimulatedWorldTest {

    @Test
    void a_try() {
        for (long seed = 1; seed <= 3; seed++) {
            long begun = System.nanoTime();
            try (SimulatedWorld world = new SimulatedWorld(seed, 40, MemoryStores::open)) {
                long opened = System.nanoTime();
                WorldHistory history = world.live(30);
                System.err.println("SEED " + seed + " " + (opened - begun) / 1_000_000 + " ms, lived "
                        + (System.nanoTime() - opened) / 1_000_000 + " ms " + history.troubles() + " "
                        + history.story().size() + " " + history.story().getLast() + " " + history.broken());
                history.story().stream().skip(3).limit(8).forEach(System.err::println);
                history.story().reversed().stream().limit(8).forEach(System.err::println);
            }
        }
        assertThat(1).isEqualTo(1);
    }
}
