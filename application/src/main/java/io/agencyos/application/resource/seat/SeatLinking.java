package io.agencyos.application.resource.seat;

import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.net.URI;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Connects seats by a page of the vendor's, so that no LinkedIn password passes through here. Source: outreach 11.1. */
@SecondaryPort
public interface SeatLinking {

    /**
     * Somebody wants to connect a seat.
     *
     * @param callback where the vendor says that it is done
     * @param success where the browser goes then
     * @param failure where the browser goes when it is not
     * @param reconnect what the vendor calls a seat that was connected before, null for a new one
     */
    record Request(
            ClientId client,
            SeatId seat,
            URI callback,
            URI success,
            URI failure,
            @Nullable String reconnect) {}

    /** A page for the seat's owner; made anew for each visit, since it does not live long. */
    record Link(URI page, Instant expiresAt) {}

    /**
     * A seat that is connected now.
     *
     * @param vendorRef what the vendor calls its account
     * @param name what a person knows it by
     * @param profile of the account's owner, null where the vendor does not tell
     */
    record Linked(
            SeatId seat,
            String vendorRef,
            String name,
            @Nullable LinkedInUrl profile) {

        /** The account behind it. */
        public SeatAccount account() {
            return new SeatAccount(vendorRef, name, profile);
        }
    }

    Result<Link, VendorFailure> createLink(Request request);

    /**
     * What the vendor's callback claims, asked of the vendor before it is believed. Repeating is harmless; a second
     * account for one request is removed again and answered {@code Conflict}.
     *
     * @param token what the link carried
     * @param vendorRef the account that the callback names
     */
    Result<Linked, VendorFailure> confirm(ClientId client, String token, String vendorRef);

    Result<SeatSignal, VendorFailure> state(ClientId client, String vendorRef);

    /** Takes the seat away from the vendor; true also when it was gone already. */
    Result<Boolean, VendorFailure> remove(ClientId client, String vendorRef);
}
