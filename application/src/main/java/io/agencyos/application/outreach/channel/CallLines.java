package io.agencyos.application.outreach.channel;

import io.agencyos.domain.resource.SendingNumber;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** By whom a number's calls are made; a number that only texts has no such line. */
@SecondaryPort
@FunctionalInterface
public interface CallLines {

    /**
     * A way to call from a number.
     *
     * @param vendor its name as configured
     */
    record Line(String vendor, VoiceCaller caller) {}

    Optional<Line> of(SendingNumber number);
}
