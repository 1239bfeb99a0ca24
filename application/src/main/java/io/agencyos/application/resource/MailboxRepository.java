package io.agencyos.application.resource;

import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The mailboxes a client may send from. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface MailboxRepository {

    /** All mailboxes assigned to the client, by address. */
    List<Mailbox> ofClient(ClientId client);

    Optional<Mailbox> find(ClientId client, ResourceId id);

    /** Whose mailbox this address is; platform unit only, for mail that comes in. */
    Optional<Mailbox> byAddress(EmailAddress address);

    /**
     * Adds a mailbox with its domain and assigns both to the client. A domain that is known keeps its id and standing; an
     * address that is known is a {@code UniqueViolation} on {@code uq_resource_value}.
     */
    void assign(Mailbox mailbox);

    /** Writes the mailbox's own state and vendor, and its domain's health, warm-up, authentication and limit. */
    void update(Mailbox mailbox);

    /** Remembers when these mailboxes sent last; an earlier instant than the known one changes nothing. */
    void markUsed(ClientId client, Collection<ResourceId> ids, Instant at);
}
