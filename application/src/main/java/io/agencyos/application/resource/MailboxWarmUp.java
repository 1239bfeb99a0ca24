package io.agencyos.application.resource;

import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** How far mailboxes are warmed up and how healthy they look. Read every 6 h. Never called inside a unit of work. */
@SecondaryPort
public interface MailboxWarmUp {

    /** Whether this client has its mailboxes warmed up here. Asks nobody. */
    boolean serves(ClientId client);

    /** Every mailbox of the client that the vendor warms up. */
    Result<List<MailboxWarmth>, VendorFailure> statuses(ClientId client);

    /** One mailbox; {@code NotFound} where the vendor does not warm it up. */
    Result<MailboxWarmth, VendorFailure> status(ClientId client, EmailAddress mailbox);

    /**
     * What it sent from a mailbox, by day (UTC), from the first until the last; {@code NotFound} where it does not warm it up.
     */
    Result<Map<LocalDate, WarmUpTraffic>, VendorFailure> traffic(
            ClientId client, EmailAddress mailbox, LocalDate first, LocalDate last);

    /**
     * A test that is over: where e-mails from a mailbox to the vendor's own addresses arrived.
     *
     * @param inboxPercent those that arrived in the inbox, 0 to 100
     */
    record Placement(EmailAddress mailbox, LocalDate day, int inboxPercent) {}

    /** The newest test of each of these mailboxes; those without one, or that the vendor does not warm up, are left out. */
    Result<List<Placement>, VendorFailure> placements(ClientId client, Collection<EmailAddress> mailboxes);

    /**
     * Has a test made from a mailbox, once for a reference however often it is asked; {@code NotFound} where the vendor does not
     * warm the mailbox up.
     *
     * @param reference ours, up to 255 characters
     * @return false where that test was ordered before
     */
    Result<Boolean, VendorFailure> testPlacement(ClientId client, EmailAddress mailbox, String reference);
}
