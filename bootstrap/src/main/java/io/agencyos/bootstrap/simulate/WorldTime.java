package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.shared.ClockPort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The world's time, which only the world moves, and the product's clock, which may be wrong. Waiting costs nothing: it is
 * added to the monotonic clock alone. Thread-safe.
 */
final class WorldTime implements ClockPort, MonotonicTime, InstantSource {

    private final Instant opening;
    private Instant truth;
    private Duration wrongBy = Duration.ZERO;
    private long waited;

    WorldTime(Instant opening) {
        this.opening = opening;
        this.truth = opening;
    }

    /** What the product's clock says. */
    @Override
    public synchronized Instant now() {
        return truth.plus(wrongBy);
    }

    /** What time it is. */
    @Override
    public synchronized Instant instant() {
        return truth;
    }

    synchronized void moveTo(Instant moment) {
        truth = moment.isAfter(truth) ? moment : truth;
    }

    void advance(Duration by) {
        moveTo(instant().plus(by));
    }

    /** From here on the product's clock is ahead by this much, or behind. */
    synchronized void wrongBy(Duration difference) {
        wrongBy = difference;
    }

    @Override
    public synchronized long nanos() {
        return ChronoUnit.NANOS.between(opening, truth) + waited;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        waited += duration.toNanos();
    }
}
