package io.agencyos.application.outreach.channel;

import io.agencyos.domain.resource.SendingNumber;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** By whom a number's texts leave; a number that only calls has no such line. */
@SecondaryPort
@FunctionalInterface
public interface TextLines {

    /**
     * A way out for texts.
     *
     * @param vendor its name as configured
     */
    record Line(String vendor, SmsSender sender) {}

    Optional<Line> of(SendingNumber number);
}
