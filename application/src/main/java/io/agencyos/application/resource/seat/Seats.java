package io.agencyos.application.resource.seat;

import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** The seats of clients. Needs an open unit of work; admins and the product itself write. Source: data model 5.8. */
@SecondaryPort
public interface Seats {

    /** All of the client, the oldest first. */
    List<Seat> ofClient(ClientId client);

    /** How many of the client's count against its plan. Source: scoring PLAN-1. */
    default int taken(ClientId client) {
        return Math.toIntExact(
                ofClient(client).stream().filter(Seat::takesASeat).count());
    }

    Optional<Seat> find(ClientId client, SeatId id);

    /** Whoever's it is; platform unit only. */
    Optional<Seat> anywhere(SeatId id);

    /** Those of any client that have this account of the service; platform unit only. */
    List<Seat> withAccount(String accountRef);

    /** Those of all clients, or of one, by id, after the one that is named; platform unit only. */
    List<Seat> ofAll(@Nullable ClientId client, @Nullable SeatId after, int limit);

    void insert(Seat seat);

    /**
     * Writes the seat where its version is still {@code seat.version()}, else {@code ConcurrentUpdate}. Two seats of a
     * client with one account are a {@code UniqueViolation} on {@code uq_linkedin_seat_account}.
     */
    Seat update(Seat seat);

    /** Takes a seat away that was never linked. */
    void remove(Seat seat);

    /** Remembers that the service still holds the account of a seat that was disconnected here. */
    void owesRemoval(Seat seat, boolean owes);

    /** The disconnected seats of the client whose account the service still holds. */
    List<Seat> owingRemoval(ClientId client);
}
