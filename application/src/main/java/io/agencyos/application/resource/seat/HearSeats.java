package io.agencyos.application.resource.seat;

import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** What the service that links accounts tells without being asked. Repeating is harmless. Source: outreach 11.1. */
@PrimaryPort
public interface HearSeats {

    /** An account stands otherwise than before; one that no seat has is no error. */
    void changed(ClientId client, String accountRef, SeatSignal signal);

    /** A call of a seat showed how its account stands; one that is gone is no error. */
    void changed(ClientId client, SeatId seat, SeatSignal signal);

    /** A link was used, which is asked about before it is believed; calls the service, so never inside a unit of work. */
    LinkSeat.Linked linked(ClientId client, String token, String accountRef);
}
