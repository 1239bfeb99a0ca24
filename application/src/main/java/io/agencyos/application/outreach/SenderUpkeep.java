package io.agencyos.application.outreach;

import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What a sender needs done outside the send itself, so that a send stays two short calls. Called by jobs, never inside
 * a unit of work; running twice, also at the same time, is harmless. Source: outreach 16, 17.
 */
@SecondaryPort
public interface SenderUpkeep {

    /** Makes at the vendor what the first e-mails from this mailbox need. Answers how many things stand ready. */
    Result<Integer, VendorFailure> prepare(Mailbox mailbox);

    /** Goes on with whatever was begun for this client. Answers how many things are still open. */
    Result<Integer, VendorFailure> catchUp(ClientId client);

    /** Puts away what was made for mailboxes that the vendor has no more; daily. Answers how many such things still stand there. */
    Result<Integer, VendorFailure> tend(ClientId client);
}
