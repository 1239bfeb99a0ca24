package io.agencyos.application.client.billing;

import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * A founding checkout begins: a spot is kept for it for 30 minutes, so that the price offered is the price paid. Source:
 * scoring B15.
 */
@PrimaryPort
public interface HoldFoundingSpot {

    /** @return until when, or empty where no spot is left and the founding price may not be offered */
    Optional<Instant> hold(String checkout);
}
