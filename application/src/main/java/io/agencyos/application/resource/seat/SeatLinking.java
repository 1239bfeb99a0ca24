package io.agencyos.application.resource.seat;

import io.agencyos.domain.resource.SeatAccount;
import io.agencyos.domain.resource.SeatEvent;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The service that links LinkedIn accounts on a page of its own: no password passes through here. Never called inside a
 * unit of work. Source: vocabulary 24, outreach 11.1.
 */
@SecondaryPort
public interface SeatLinking {

    /**
     * A link that is wanted.
     *
     * @param state comes back with the service's call and says whose link it was; the client's id never travels
     * @param reconnects the account that is to be linked again, null for a new one
     * @param returnTo the page of ours that the owner comes back to
     */
    record Wish(ClientId client, SecretText state, @Nullable String reconnects, URI returnTo, Instant expiresAt) {}

    /** An account as the service shows it. */
    record Shown(SeatAccount account, SeatEvent event) {}

    /** A page on which the account's owner signs in. */
    Result<URI, VendorFailure> createLink(Wish wish);

    /** How an account stands; {@code NotFound} where the service has none of this ref for the client. */
    Result<Shown, VendorFailure> account(ClientId client, String ref);

    /** Takes the account away from the service; one that is not there counts as removed. */
    Result<Boolean, VendorFailure> remove(ClientId client, String ref);
}
