package io.agencyos.adapters.out.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** vendors/index 3: token bucket per credential, divided by node count. */
class TokenBucketTest {

    private final ManualTime time = new ManualTime();
    private final AtomicInteger processes = new AtomicInteger(1);
    private final TokenBucket bucket = new TokenBucket(new Pacing(4, 8), time, processes::get);

    private int atOnce() {
        int taken = 0;
        while (bucket.waitNow().isZero()) {
            bucket.take();
            taken++;
        }
        return taken;
    }

    @Test
    void alone_a_process_has_the_whole_burst_and_the_whole_pace() {
        assertThat(atOnce()).isEqualTo(8);
        assertThat(bucket.waitNow()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void of_four_processes_each_has_a_quarter_of_both() {
        processes.set(4);
        assertThat(atOnce()).isEqualTo(2);
        assertThat(bucket.waitNow()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test // a burst smaller than the number of processes stops nobody
    void of_very_many_each_has_one_call_at_a_time() {
        processes.set(20);
        time.advance(Duration.ofSeconds(10));
        assertThat(atOnce()).isEqualTo(1);
        assertThat(bucket.waitNow()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void who_is_left_takes_over_the_others_part() {
        processes.set(4);
        atOnce();
        processes.set(1);
        assertThat(bucket.waitNow()).isEqualTo(Duration.ofMillis(250));
    }
}
