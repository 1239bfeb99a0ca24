package io.agencyos.application.campaign;

import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.util.Set;

/** The channels that a client has a usable sender on. Mailboxes are the only senders this installation has. */
record SendingChannels(MailboxRepository mailboxes) {

    Set<Channel> of(ClientId client) {
        boolean email =
                mailboxes.ofClient(client).stream().anyMatch(mailbox -> mailbox.state() == MailboxState.CONNECTED);
        return email ? Set.of(Channel.EMAIL) : Set.of();
    }

    /** The same, or e-mail where there are none. */
    Set<Channel> orEmail(ClientId client) {
        Set<Channel> senders = of(client);
        return senders.isEmpty() ? Set.of(Channel.EMAIL) : senders;
    }
}
