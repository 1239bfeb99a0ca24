package io.agencyos.application.resource;

import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** How far mailboxes are warmed up and how healthy they look. Read every 6 h. Never called inside a unit of work. */
@SecondaryPort
public interface MailboxWarmUp {

    /** Every mailbox of the client that the vendor warms up. */
    Result<List<MailboxWarmth>, VendorFailure> statuses(ClientId client);

    /** One mailbox; {@code NotFound} where the vendor does not warm it up. */
    Result<MailboxWarmth, VendorFailure> status(ClientId client, EmailAddress mailbox);
}
