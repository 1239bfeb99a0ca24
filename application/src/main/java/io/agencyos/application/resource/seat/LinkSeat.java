package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.SeatId;
import java.net.URI;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Links a LinkedIn account of the client's: a link to the service's page, on which the account's owner signs in, and the
 * service's call when that is done. As many seats as the plan has. Source: api 9.8, outreach 11.1.
 */
@PrimaryPort
public interface LinkSeat {

    /** The page of ours that the owner comes back to. */
    enum ReturnTo implements Vocabulary {
        ONBOARDING,
        SETTINGS
    }

    /**
     * What is asked for.
     *
     * @param reconnect a seat that is to be linked again, null for a new one
     */
    record Request(
            @Nullable PersonaId persona,
            ReturnTo returnTo,
            @Nullable SeatId reconnect) {}

    /** What came of a request. */
    sealed interface Outcome {

        record Offered(SeatId seat, URI page, Instant expiresAt) implements Outcome {}

        /** Wire code {@code seat_limit_reached}. */
        record LimitReached(int limit, int used) implements Outcome {}

        /** Wire code {@code not_found}: no such seat. */
        record NotFound() implements Outcome {}

        /** Wire code {@code validation_failed}: no such persona, or one that is not active. */
        record PersonaUnknown() implements Outcome {}

        /** Wire code {@code not_eligible}: this installation cannot link accounts, or nobody could come back to it. */
        record NoService() implements Outcome {}

        record VendorFailed(VendorFailure failure) implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** What came of the service's call. */
    sealed interface Linked {

        record Done(Seat seat) implements Linked {}

        /** The client has no such seat any more; the service was asked to let go of the account. */
        record NoSeat() implements Linked {}

        /** Another seat has this account, of this client or of another. */
        record AccountTaken() implements Linked {}

        record VendorFailed(VendorFailure failure) implements Linked {}
    }

    Outcome start(TenantScope scope, Request request, Origin origin);

    /**
     * The service says that a link was used, which is asked about before it is believed.
     *
     * @param token what the link carried, which says whose it was
     * @param accountRef the service's id of the account
     */
    Linked finish(ClientId client, String token, String accountRef);
}
