package io.agencyos.adapters.in.jobs;

import io.agencyos.application.platform.flow.LeaseKeeper;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Renews leases every 20 seconds, and says every 20 seconds that this process is alive. Source: flows 1.4. */
public final class TimedLeases implements LeaseKeeper, AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(20);

    private final long nanos;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("flow-leases").factory());

    public TimedLeases() {
        this(EVERY);
    }

    TimedLeases(Duration every) {
        this.nanos = every.toNanos();
    }

    @Override
    public Kept keep(BooleanSupplier renew) {
        ScheduledFuture<?> renewing = timer.scheduleAtFixedRate(
                () -> {
                    if (!renew.getAsBoolean()) {
                        // an exception ends a fixed-rate task, which is what a lost lease is for
                        throw new IllegalStateException("the lease is lost");
                    }
                },
                nanos,
                nanos,
                TimeUnit.NANOSECONDS);
        return () -> renewing.cancel(false);
    }

    /** Until this is closed. */
    public void beat(Runnable heart) {
        timer.scheduleAtFixedRate(
                () -> {
                    try {
                        heart.run();
                    } catch (RuntimeException later) {
                        // a beat that fails is made up for by the next; the process counts as dead after three
                        return;
                    }
                },
                0,
                nanos,
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
