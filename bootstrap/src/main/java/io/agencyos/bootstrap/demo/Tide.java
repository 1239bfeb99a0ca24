package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the sandbox's world alive, second by second, while the demonstration stays up. */
final class Tide implements AutoCloseable {

    private final ScheduledExecutorService beat;

    private Tide(ScheduledExecutorService beat) {
        this.beat = beat;
    }

    static Tide start(VendorSandbox sandbox, DemoClock clock, DemoState state) {
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sandbox-time").daemon().factory());
        beat.scheduleWithFixedDelay(
                () -> {
                    Instant now = clock.now();
                    state.reached(now);
                    sandbox.pump(now);
                },
                1,
                1,
                TimeUnit.SECONDS);
        return new Tide(beat);
    }

    @Override
    public void close() {
        beat.close();
    }
}
