package io.agencyos.application.resource.seat;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What became of the invitations that seats tried. Needs an open unit of work of the tenant, as worker. Source: RES-13. */
@FunctionalInterface
@SecondaryPort
public interface SeatTries {

    /** Where nothing is sent. */
    SeatTries NONE = (client, since) -> Map.of();

    /**
     * Invitations of one seat.
     *
     * @param attempted handed to the service at least once
     * @param sent those of them that it has taken, or may have
     */
    record Tried(int attempted, int sent) {
        public static final Tried NOTHING = new Tried(0, 0);
    }

    /** Of each seat that tried any after {@code since}. */
    Map<SeatId, Tried> invitations(ClientId client, Instant since);
}
