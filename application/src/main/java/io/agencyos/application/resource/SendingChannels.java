package io.agencyos.application.resource;

import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * With what a client could send at all, whatever its health just now. Needs an open unit of work of the tenant, as worker.
 * Source: scoring POOL-6 check 13, outreach 1.3 check 4 and 2.2.
 */
@SecondaryPort
@FunctionalInterface
public interface SendingChannels {

    /** The channels for which the client has a resource of its own. */
    Set<Channel> of(ClientId client);

    /** The same, or e-mail where there are none: what a campaign is drawn up for before anything is connected. */
    default Set<Channel> orEmail(ClientId client) {
        Set<Channel> senders = of(client);
        return senders.isEmpty() ? Set.of(Channel.EMAIL) : senders;
    }

    /** Those of an installation that sends e-mail alone. */
    static SendingChannels ofMailboxes(MailboxRepository mailboxes) {
        return client -> mailboxes.ofClient(client).stream().anyMatch(box -> box.state() == MailboxState.CONNECTED)
                ? Set.of(Channel.EMAIL)
                : Set.of();
    }
}
