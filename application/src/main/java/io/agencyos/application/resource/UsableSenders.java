package io.agencyos.application.resource;

import io.agencyos.domain.resource.MailboxChoice;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * On which channels a client could be sent for now: with at least one sender that is not critical, restricted, retired or
 * on hold. Needs an open unit of work of the tenant, as worker. Source: scoring ALLOC-1 step 1.
 */
@SecondaryPort
@FunctionalInterface
public interface UsableSenders {

    Set<Channel> healthy(ClientId client);

    /** Those of an installation that sends e-mail alone. */
    static UsableSenders ofMailboxes(MailboxRepository mailboxes) {
        return client ->
                mailboxes.ofClient(client).stream().anyMatch(MailboxChoice::usable) ? Set.of(Channel.EMAIL) : Set.of();
    }
}
