package io.agencyos.application.resource;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The mailboxes that a client has at the vendor that sends from them. Never called inside a unit of work. */
@SecondaryPort
public interface Mailboxes {

    /** Whose consent page a person is sent to. */
    enum Provider {
        GOOGLE,
        OUTLOOK
    }

    /** All of the client's mailboxes, by address. */
    Result<List<VendorMailbox>, VendorFailure> list(ClientId client);

    /**
     * Where a person gives consent for this address; afterwards they are sent to {@code back}, which must be known to
     * the vendor.
     */
    Result<URI, VendorFailure> connectUrl(ClientId client, Provider provider, URI back, EmailAddress address);

    /**
     * The vendor's own limit as the second wall behind ours.
     *
     * @param perDay 1 to 100 e-mails a day
     */
    Result<Boolean, VendorFailure> setDailyLimit(ClientId client, String ref, int perDay);

    /** Takes the mailbox away from the vendor; one that is not there counts as removed. */
    Result<Boolean, VendorFailure> remove(ClientId client, String ref);
}
