package io.agencyos.bootstrap.demo;

import io.agencyos.application.shared.ClockPort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands until it is moved, never runs back, and once it is set going runs on from where it stood. Thread-safe. */
final class DemoClock implements ClockPort, InstantSource {

    private Instant at;
    private long since;
    private boolean running;

    DemoClock(Instant start) {
        this.at = start;
    }

    /** Moves to the moment; an earlier one changes nothing. */
    synchronized void moveTo(Instant moment) {
        Instant now = now();
        at = moment.isAfter(now) ? moment : now;
        since = System.nanoTime();
    }

    /** From here on time passes as it does outside. */
    synchronized void run() {
        since = System.nanoTime();
        running = true;
    }

    @Override
    public synchronized Instant now() {
        return running ? at.plus(Duration.ofNanos(System.nanoTime() - since)) : at;
    }

    @Override
    public Instant instant() {
        return now();
    }
}
