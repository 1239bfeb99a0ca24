package io.agencyos.adapters.out.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose calls an account that several clients share takes. Source: flows 1.3. */
class FairShareTest {

    private final ManualTime time = new ManualTime();

    private static long let(FairShare share, String client, int calls) {
        return IntStream.range(0, calls).filter(call -> share.enter(client)).count();
    }

    @Test // flows 1.3: at most ⌈2·capacity/active clients⌉ outstanding calls
    void a_client_holds_at_most_twice_its_equal_share() {
        FairShare share = new FairShare(10, time);
        assertThat(let(share, "a", 50)).as("alone").isEqualTo(20);
        assertThat(let(share, "b", 50)).isEqualTo(10);
        assertThat(let(share, "c", 50)).as("⌈20/3⌉").isEqualTo(7);
        share.leave("a");
        assertThat(share.enter("a")).as("still more than its share").isFalse();
    }

    @Test // flows 1.3: min 1
    void however_many_there_are_each_may_make_one_call() {
        FairShare share = new FairShare(1, time);
        assertThat(IntStream.range(0, 9).allMatch(n -> share.enter("client " + n)))
                .isTrue();
        assertThat(share.enter("client 0")).isFalse();
        share.leave("client 0");
        assertThat(share.enter("client 0")).isTrue();
    }

    @Test // flows 1.3: active clients
    void who_asked_nothing_for_a_minute_has_no_share() {
        FairShare share = new FairShare(3, time);
        assertThat(let(share, "a", 1)).isEqualTo(1);
        share.leave("a");
        assertThat(let(share, "b", 9)).isEqualTo(3);
        time.sleep(Duration.ofSeconds(61));
        assertThat(let(share, "b", 9)).as("alone again").isEqualTo(3);
    }
}
