package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.SeatId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The seats of a client as they stand, and what a client's people change about them. Source: api 9.8. */
@PrimaryPort
public interface ManageSeats {

    /**
     * A seat as it stands today.
     *
     * @param limit most invitations of today
     */
    record Standing(Seat seat, int limit, SeatUsage.Used used) {}

    /** What came of it. */
    sealed interface Outcome {

        record Done(Standing standing) implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code validation_failed}: no such persona, or one that is not active. */
        record PersonaUnknown() implements Outcome {}

        /** The service could not be asked; what is stored stays. */
        record VendorFailed(VendorFailure failure) implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** The oldest first. */
    List<Standing> of(TenantScope scope);

    Optional<Standing> find(TenantScope scope, SeatId id);

    /** Asks the service how the account stands. */
    Outcome refresh(TenantScope scope, SeatId id);

    /** @param version the version that the caller saw; another one is a {@code ConcurrentUpdate} */
    Outcome actFor(TenantScope scope, SeatId id, int version, @Nullable PersonaId persona, Origin origin);

    /** Here at once, at the service by the daily look until it is done. A repeated order changes nothing. */
    Outcome disconnect(TenantScope scope, SeatId id, Origin origin);

    List<SeatConnection> connections(
            TenantScope scope, SeatConnections.Filter filter, SeatConnections.@Nullable After after, int limit);
}
