package io.agencyos.domain.conversion.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.junit.jupiter.api.Test;

class ConditionalCountTest {

    // CIS 22: with one stratum the test is Fisher's
    @Test
    void with_one_stratum_it_is_fishers_test() {
        Random seeded = new Random(22);
        for (int i = 0; i < 300; i++) {
            int inSegment = 1 + seeded.nextInt(40);
            int rest = 1 + seeded.nextInt(300);
            int k = seeded.nextInt(inSegment + 1);
            int restK = seeded.nextInt(rest + 1);
            ConditionalCount count = new ConditionalCount();
            count.add(inSegment + rest, k + restK, inSegment);
            double fisher = FisherExactTest.withDefaults()
                    .test(new int[][] {{k, inSegment - k}, {restK, rest - restK}})
                    .getPValue();
            assertThat(count.twoSided(k)).isCloseTo(fisher, within(1e-9));
        }
    }

    @Test
    void strata_in_which_nothing_can_vary_change_nothing() {
        ConditionalCount alone = new ConditionalCount();
        alone.add(100, 10, 20);
        ConditionalCount with = new ConditionalCount();
        with.add(100, 10, 20);
        with.add(50, 50, 7);
        with.add(50, 0, 7);
        assertThat(with.twoSided(5 + 7)).isCloseTo(alone.twoSided(5), within(1e-12));
    }
}
