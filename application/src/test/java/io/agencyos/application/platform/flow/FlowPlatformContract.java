package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the engine knows of its own cluster and prepares for it: processes that are alive, tables of the coming days. */
public abstract class FlowPlatformContract extends FlowWorld {

    private static final LocalDate DAY = LocalDate.of(2031, 5, 29);

    protected abstract Partitions partitions();

    private void beat(String node) {
        units().onPlatform(() -> nodes().beat(node, now()));
    }

    private int aliveWithin(Duration span) {
        return units().<Integer>onPlatform(() -> nodes().aliveSince(now().minus(span)));
    }

    private int made(LocalDate today) {
        return units().<Integer>onPlatform(() -> partitions().createAhead(today));
    }

    @Test // flows 1.1: dead after 60 s
    void a_process_is_alive_for_as_long_as_it_says_so() {
        assertThat(aliveWithin(Duration.ofSeconds(60))).isZero();
        beat("one");
        beat("two");
        beat("one");
        assertThat(aliveWithin(Duration.ofSeconds(60))).isEqualTo(2);

        pass(Duration.ofSeconds(40));
        beat("one");
        pass(Duration.ofSeconds(20));

        assertThat(aliveWithin(Duration.ofSeconds(60))).isEqualTo(1);
        assertThat(aliveWithin(Duration.ofSeconds(61))).isEqualTo(2);
    }

    @Test // flows 3 partition_keep: create ahead, four periods in all, nothing twice
    void tables_of_the_coming_periods_are_made_once() {
        assertThat(made(DAY)).isGreaterThanOrEqualTo(4);
        assertThat(made(DAY)).isZero();
        assertThat(made(DAY.plusDays(1))).as("one day more").isPositive();
        assertThat(made(DAY.plusDays(1))).isZero();
    }
}
