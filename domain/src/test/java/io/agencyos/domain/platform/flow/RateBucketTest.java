package io.agencyos.domain.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateBucketTest {

    private static final Instant NOON = Instant.parse("2026-03-02T01:00:00Z");

    private static RateBucket bucket(int capacity, String refill) {
        return RateBucket.full("apollo", capacity, new BigDecimal(refill), NOON);
    }

    @Test // flows 1.3: token buckets
    void a_call_takes_a_token_and_time_gives_it_back() {
        RateBucket empty = bucket(2, "0.5").take().orElseThrow().take().orElseThrow();
        assertThat(empty.take()).isEmpty();
        assertThat(empty.wait(NOON)).isEqualTo(Duration.ofSeconds(2));
        assertThat(empty.wait(NOON.plusMillis(1_500))).isEqualTo(Duration.ofMillis(500));

        RateBucket later = empty.at(NOON.plusSeconds(2));
        assertThat(later.wait(NOON.plusSeconds(2))).isZero();
        assertThat(later.take().orElseThrow().take()).isEmpty();
    }

    @Test // flows 1.3: never more than the capacity, and a clock that goes back takes nothing away
    void it_never_overflows_and_never_loses_by_a_clock_that_goes_back() {
        assertThat(bucket(3, "1").at(NOON.plusSeconds(60)).tokens()).isEqualByComparingTo("3");
        RateBucket used = bucket(3, "1").take().orElseThrow();
        assertThat(used.at(NOON.minusSeconds(60))).isEqualTo(used);
        assertThatThrownBy(() -> bucket(0, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bucket(1, "0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void no_more_calls_are_granted_than_capacity_and_refill_allow(
            @ForAll @IntRange(min = 1, max = 5) int capacity,
            @ForAll @IntRange(min = 1, max = 20) int perMinute,
            @ForAll @IntRange(min = 1, max = 600) int stepMillis) {
        BigDecimal refill = new BigDecimal(perMinute).divide(new BigDecimal(64));
        RateBucket bucket = RateBucket.full("apollo", capacity, refill, NOON);
        int granted = 0;
        Instant now = NOON;
        for (int i = 0; i < 100; i++) {
            bucket = bucket.at(now);
            RateBucket after = bucket.take().orElse(bucket);
            granted += after.equals(bucket) ? 0 : 1;
            bucket = after;
            now = now.plusMillis(stepMillis);
        }
        long allowed = capacity
                + refill.multiply(new BigDecimal(stepMillis * 99L))
                        .divideToIntegralValue(new BigDecimal(1000))
                        .longValue();
        assertThat(granted).isLessThanOrEqualTo((int) allowed);
        assertThat(granted).isGreaterThanOrEqualTo(Math.min(100, capacity));
    }
}
