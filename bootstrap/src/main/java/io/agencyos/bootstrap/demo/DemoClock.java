package io.agencyos.bootstrap.demo;

import io.agencyos.application.shared.ClockPort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Stands until it is moved, never runs back, and once it is set going runs on from where it stood. Whoever still works for
 * a moment that is over for the others stays in it. Thread-safe.
 */
final class DemoClock implements ClockPort, InstantSource {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private Instant at;
    private long since;
    private boolean running;

    DemoClock(Instant start) {
        this.at = start;
    }

    /** Moves to the moment; an earlier one changes nothing. */
    synchronized void moveTo(Instant moment) {
        Instant now = everybodys();
        at = moment.isAfter(now) ? moment : now;
        since = System.nanoTime();
    }

    /** From here on time passes as it does outside. */
    synchronized void run() {
        since = System.nanoTime();
        running = true;
    }

    /** Does the work as of this moment, wherever the clock stands by then. */
    static void at(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    @Override
    public Instant now() {
        return MOMENT.isBound() ? MOMENT.get() : everybodys();
    }

    private synchronized Instant everybodys() {
        return running ? at.plus(Duration.ofNanos(System.nanoTime() - since)) : at;
    }

    @Override
    public Instant instant() {
        return now();
    }
}
