package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.application.allocation.SendingChannels;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.util.Set;

/** E-mail for who has a mailbox; no other resource is kept in memory. */
public final class MemorySendingChannels implements SendingChannels {

    private final MailboxRepository mailboxes;

    public MemorySendingChannels(MailboxRepository mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public Set<Channel> of(ClientId client) {
        return mailboxes.ofClient(client).isEmpty() ? Set.of() : Set.of(Channel.EMAIL);
    }
}
