package io.agencyos.bootstrap.system;

import io.agencyos.application.shared.ClockPort;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock, cut to the microseconds that the database keeps. */
public final class SystemClock implements ClockPort {

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
