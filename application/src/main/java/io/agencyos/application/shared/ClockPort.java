package io.agencyos.application.shared;

import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The only source of "now". Production reads the system's clock; the demo and the tests move their own. */
@SecondaryPort
public interface ClockPort {

    /** The present instant, at most microsecond precision, so that storing it loses nothing. */
    Instant now();
}
