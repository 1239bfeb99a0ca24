package io.agencyos.application.resource.seat;

import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The seats of all clients, for staff of the platform. Source: api 9.17, outreach 11.1. */
@PrimaryPort
public interface SeatDesk {

    /** What came of it. */
    sealed interface Outcome {

        record Done(Seat seat) implements Outcome {}

        /** Wire code {@code invalid_transition}: only a restricted seat is let act again. */
        record NotRestricted(Seat seat) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** By id, which is by age; those of one client where it is named. */
    List<Seat> list(@Nullable ClientId client, @Nullable SeatId after, int limit);

    /** Its warm-up begins anew with the first day. */
    Outcome reEnable(UserId by, SeatId id, String reason, Origin origin);
}
