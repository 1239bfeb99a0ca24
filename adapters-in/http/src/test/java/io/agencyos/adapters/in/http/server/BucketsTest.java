package io.agencyos.adapters.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemorySharedBuckets;
import io.agencyos.application.platform.ShareBuckets;
import io.agencyos.application.platform.SharedBuckets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is limited in a minute and in a day. Source: api 5. */
class BucketsTest {

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-02T00:00:00Z"));
    private final Buckets buckets = new Buckets(clock::get, true);

    private List<Buckets.Grant> ask() {
        return buckets.takeAll(RateLimit.AI, "a client");
    }

    private void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    @Test // api 5: AI-starting routes per client 10/min, 200/day, burst 5
    void what_starts_an_ai_is_limited_in_a_minute_and_in_a_day() {
        for (int n = 0; n < 5; n++) {
            assertThat(ask()).hasSize(2).noneMatch(Buckets.Grant::isRefused);
        }
        assertThat(ask()).singleElement().satisfies(refused -> {
            assertThat(refused.limit()).isEqualTo(RateLimit.AI);
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(6));
        });

        int granted = 5;
        List<Buckets.Grant> answer;
        do {
            pass(Duration.ofSeconds(6));
            answer = ask();
            granted++;
        } while (answer.stream().noneMatch(Buckets.Grant::isRefused));

        assertThat(granted - 1).as("two more have grown in twenty minutes").isBetween(200, 203);
        assertThat(answer).last().satisfies(refused -> {
            assertThat(refused.limit()).isEqualTo(RateLimit.AI_DAY);
            assertThat(refused.retryAfter()).isPositive().isLessThan(Duration.ofMinutes(8));
        });
    }

    @Test // what the minute refuses does not count in the day
    void an_impatient_client_loses_nothing_of_its_day() {
        for (int n = 0; n < 1_000; n++) {
            ask();
        }
        pass(Duration.ofMinutes(1));

        assertThat(ask())
                .hasSize(2)
                .last()
                .satisfies(day -> assertThat(day.remaining()).isEqualTo(194));
    }

    @Test // api 5: shared through PostgreSQL when clustered
    void two_nodes_that_share_grant_no_more_than_one_would() {
        MemoryUnitOfWork units = new MemoryUnitOfWork();
        AtomicInteger asked = new AtomicInteger();
        SharedBuckets stored = new MemorySharedBuckets(units);
        SharedBuckets counted = new SharedBuckets() {
            @Override
            public Taken take(Bucket bucket, int wished, Instant now) {
                asked.incrementAndGet();
                return stored.take(bucket, wished, now);
            }

            @Override
            public int forget(Instant fullBefore) {
                return stored.forget(fullBefore);
            }
        };
        ShareBuckets shared = new ShareBuckets(counted, units, clock::get);
        Buckets one = new Buckets(clock::get, true, Optional.of(shared));
        Buckets two = new Buckets(clock::get, true, Optional.of(shared));

        int granted = 0;
        for (int n = 0; n < 100; n++) {
            granted += one.take(RateLimit.USER, "sam").orElseThrow().isRefused() ? 0 : 1;
            granted += two.take(RateLimit.USER, "sam").orElseThrow().isRefused() ? 0 : 1;
        }

        assertThat(granted).isEqualTo(RateLimit.USER.burst());
        assertThat(asked).as("questions to the store").hasValueLessThan(12);
        assertThat(one.take(RateLimit.USER, "sam").orElseThrow().retryAfter()).isEqualTo(Duration.ofMillis(200));
        pass(Duration.ofMillis(200));
        assertThat(two.take(RateLimit.USER, "sam").orElseThrow().isRefused()).isFalse();
        assertThat(one.take(RateLimit.USER, "sam").orElseThrow().isRefused()).isTrue();
    }

    @Test // api 5
    void rare_permits_are_drawn_one_by_one() {
        MemoryUnitOfWork units = new MemoryUnitOfWork();
        ShareBuckets shared = new ShareBuckets(new MemorySharedBuckets(units), units, clock::get);
        Buckets one = new Buckets(clock::get, true, Optional.of(shared));
        Buckets two = new Buckets(clock::get, true, Optional.of(shared));

        assertThat(one.take(RateLimit.TRANSFER, "c").orElseThrow().remaining()).isEqualTo(1);
        assertThat(two.take(RateLimit.TRANSFER, "c").orElseThrow().remaining()).isZero();
        assertThat(one.take(RateLimit.TRANSFER, "c").orElseThrow().retryAfter()).isEqualTo(Duration.ofSeconds(12));
    }
}
