package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.Partitions;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.RateBucket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
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

    @Test // flows 1.3, data model 5.13: a bucket is kept as it was left, by account
    void a_bucket_is_found_as_it_was_left() {
        RateBucket bucket = RateBucket.full("apollo", 3, new BigDecimal("0.25"), now());
        units().onPlatform(() -> {
            buckets().save(RateBucket.full("zeta", 1, BigDecimal.ONE, now()));
            buckets().save(bucket);
        });
        RateBucket used = bucket.take().orElseThrow();
        units().onPlatform(() -> buckets().save(used));

        assertThat(units().onPlatform(() -> buckets().lock("apollo"))).contains(used);
        assertThat(units().onPlatform(() -> buckets().lock("nobody"))).isEmpty();
        assertThat(units().onPlatform(() -> buckets().all()))
                .extracting(RateBucket::vendor)
                .containsExactly("apollo", "zeta");
    }

    @Test // flows 1.3: a call waits for its token, over all clients, and no call is lost
    void calls_beyond_an_accounts_rate_wait_for_their_turn() {
        define(definition(ReferenceFlow.NAME, null));
        units().onPlatform(() -> buckets().save(RateBucket.full("vendor", 2, new BigDecimal("0.1"), now())));
        ReferenceFlow reference = new ReferenceFlow();
        FlowEngine engine = engine(reference.flow());
        Run mine = start(engine, ReferenceFlow.NAME, Map.of());
        Run others = start(engine, other, ReferenceFlow.NAME, Map.of());

        work(engine);

        assertThat(reference.calls).hasSize(2);
        assertThat(stored(mine.id()).state()).isEqualTo(RunState.QUEUED);
        for (int left = 4; left > 0; left--) {
            pass(Duration.ofSeconds(10));
            work(engine);
            assertThat(reference.calls).hasSize(7 - left);
        }
        assertThat(stored(mine.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(stored(other, others.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(stored(mine.id()).counts().done()).isEqualTo(254);
    }
}
