package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.shared.ClockPort;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What vendors are paced by while days pass in seconds: the demonstration's own clock. A vendor that was given up for a
 * minute is asked again a minute later as the demonstration counts, however slow the machine is.
 */
record DemoPace(ClockPort clock) implements MonotonicTime {

    @Override
    public long nanos() {
        return ChronoUnit.NANOS.between(DemoPlan.OPENING, clock.now());
    }

    @Override
    public void sleep(Duration duration) {
        MonotonicTime.ofMachine().sleep(duration);
    }
}
