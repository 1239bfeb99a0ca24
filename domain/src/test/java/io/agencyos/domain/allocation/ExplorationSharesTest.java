package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.allocation.Exploration.Purpose;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplorationSharesTest {

    private static String id(int number) {
        return new UUID(0x0198c0de00007000L, 0x8000000000000000L + number).toString();
    }

    private static long explored(Purpose purpose, int share) {
        return IntStream.range(0, 10_000)
                .filter(number -> Exploration.explores(purpose, id(number), share))
                .count();
    }

    @Test // CIS 14.2: 10 % of sends, by a hash that every process computes alike
    void a_tenth_of_the_sends_explores() {
        assertThat(explored(Purpose.SEND, 10)).isBetween(900L, 1_100L);
        assertThat(explored(Purpose.SEND, 0)).isZero();
        assertThat(explored(Purpose.SEND, 100)).isEqualTo(10_000);
    }

    @Test // CIS 14.2: separate hashes, else the same leads would explore everything at once
    void different_purposes_pick_different_leads() {
        long both = IntStream.range(0, 10_000)
                .filter(number -> Exploration.explores(Purpose.SEND, id(number), 20)
                        && Exploration.explores(Purpose.CHANNEL, id(number), 20))
                .count();
        assertThat(both).isBetween(320L, 480L);
    }
}
