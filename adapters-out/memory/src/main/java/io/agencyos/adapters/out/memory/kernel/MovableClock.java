package io.agencyos.adapters.out.memory.kernel;

import io.agencyos.application.shared.ClockPort;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until somebody moves it. The demo and the tests live on it. Thread-safe. */
public final class MovableClock implements ClockPort {

    private final AtomicReference<Instant> now;

    public MovableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant now() {
        return now.get();
    }

    public void advance(Duration by) {
        now.updateAndGet(at -> at.plus(by));
    }

    /** Also backwards, as real clocks do. */
    public void moveTo(Instant instant) {
        now.set(instant);
    }
}
