package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** By whom a client's seats act; empty while no service links its accounts. */
@SecondaryPort
@FunctionalInterface
public interface LinkedInLines {

    /**
     * A service that acts for seats.
     *
     * @param vendor its name as configured
     */
    record Line(String vendor, LinkedInOutreach acts) {}

    Optional<Line> of(ClientId client);
}
