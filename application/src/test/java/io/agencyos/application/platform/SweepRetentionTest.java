package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SweepRetentionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");

    private final List<String> units = new ArrayList<>();

    @Test // data model 7: batched delete of 5,000 rows at most
    void every_chore_is_done_in_small_units_until_nothing_is_left() {
        int[] left = {12_000};
        SweepRetention sweep = new SweepRetention(
                List.of(
                        new SweepRetention.Chore("many", (now, most) -> {
                            int some = Math.min(most, left[0]);
                            left[0] -= some;
                            return some;
                        }),
                        new SweepRetention.Chore("none", (now, most) -> now.equals(NOW) ? 0 : 1)),
                new CountedUnits(),
                () -> NOW);

        assertThat(sweep.sweep()).isEqualTo(Map.of("many", 12_000, "none", 0));
        assertThat(units).as("three of many, one of none").hasSize(4);
    }

    @Test
    void one_night_takes_a_million_and_leaves_the_rest_to_the_next() {
        SweepRetention sweep = new SweepRetention(
                List.of(new SweepRetention.Chore("endless", (now, most) -> most)), new CountedUnits(), () -> NOW);

        assertThat(sweep.sweep()).isEqualTo(Map.of("endless", 1_000_000));
    }

    private final class CountedUnits implements UnitOfWork {

        @Override
        public <T> T inTenant(TenantScope scope, Supplier<T> work) {
            throw new AssertionError("the sweep is the platform's");
        }

        @Override
        public <T> T onPlatform(Supplier<T> work) {
            units.add("platform");
            return work.get();
        }
    }
}
