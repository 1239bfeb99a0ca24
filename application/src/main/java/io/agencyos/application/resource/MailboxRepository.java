package io.agencyos.application.resource;

import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.ResourceId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The mailboxes a client may send from. Needs an open unit of work of the tenant. */
@SecondaryPort
public interface MailboxRepository {

    /** All mailboxes assigned to the client, by address. */
    List<Mailbox> ofClient(ClientId client);

    Optional<Mailbox> find(ClientId client, ResourceId id);

    /** Whose mailbox this address is; platform unit only, for mail that comes in. */
    Optional<Mailbox> byAddress(EmailAddress address);

    /** Adds a mailbox with its domain (shared with others of the same name) and assigns both to the client. */
    void assign(Mailbox mailbox);

    /** Writes state, health, authentication and last use. */
    void update(Mailbox mailbox);
}
