package io.agencyos.adapters.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveLineTest {

    private final AtomicLong nanos = new AtomicLong(17);
    private final AtomicInteger asked = new AtomicInteger();

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test // api 1.10: membership is re-checked, on loss the stream ends
    void whoever_listens_is_let_in_anew_every_now_and_then_and_not_at_every_look() {
        LiveLine line = new LiveLine(
                new ByteArrayOutputStream(),
                () -> asked.incrementAndGet() < 2,
                () -> true,
                Duration.ofSeconds(60),
                nanos::get);

        pass(Duration.ofSeconds(59));
        assertThat(line.isOpen()).isTrue();
        assertThat(asked).hasValue(0);
        pass(Duration.ofSeconds(1));
        assertThat(line.isOpen()).as("the first time").isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(line.isOpen()).isTrue();
        assertThat(asked).hasValue(1);
        pass(Duration.ofSeconds(59));
        assertThat(line.isOpen()).as("let in no more").isFalse();
    }

    @Test
    void a_server_that_stops_ends_every_line_at_once() {
        LiveLine line =
                new LiveLine(new ByteArrayOutputStream(), () -> true, () -> false, Duration.ofSeconds(60), nanos::get);

        assertThat(line.isOpen()).isFalse();
    }
}
