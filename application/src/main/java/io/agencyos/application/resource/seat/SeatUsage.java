package io.agencyos.application.resource.seat;

import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What seats have used of their days, as the counters say. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface SeatUsage {

    /**
     * Invitations of a seat, reserved and sent.
     *
     * @param today on its owner's clock
     * @param week of the last seven days, today included
     */
    record Used(int today, int week) {
        public static final Used NOTHING = new Used(0, 0);
    }

    /** Of each of these seats that used anything. */
    Map<SeatId, Used> invitations(ClientId client, Collection<Seat> seats, Instant now);
}
