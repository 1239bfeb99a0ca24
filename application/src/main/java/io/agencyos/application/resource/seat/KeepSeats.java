package io.agencyos.application.resource.seat;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks after a client's seats once a day: ends warm-ups, judges health by the invitations, marks what is ignored, takes
 * away what was never linked, and tells the service what was disconnected here. Source: scoring RES-13, outreach 11.5.
 */
@PrimaryPort
@FunctionalInterface
public interface KeepSeats {

    /**
     * What was done.
     *
     * @param warm warm-ups that were through
     * @param limited seats that may invite another number than before
     * @param ignored invitations that count as ignored from now on
     * @param removed seats that were never linked, and accounts that the service gave up
     */
    record Round(int warm, int limited, int ignored, int removed) {}

    Round keep(ClientId client);
}
