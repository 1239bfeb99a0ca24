package io.agencyos.application.resource;

import io.agencyos.application.resource.seat.Seats;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Mailboxes, numbers and seats together, on the channels that this installation has something to send with.
 *
 * @param engines the channels on which anything can leave the house at all
 */
public record EverySender(MailboxRepository mailboxes, SendingNumbers numbers, Seats seats, Set<Channel> engines)
        implements UsableSenders {

    public EverySender {
        engines = Set.copyOf(engines);
    }

    @Override
    public Set<Channel> healthy(ClientId client) {
        Set<Channel> healthy = EnumSet.noneOf(Channel.class);
        if (engines.contains(Channel.EMAIL)) {
            healthy.addAll(UsableSenders.ofMailboxes(mailboxes).healthy(client));
        }
        boolean speaks = engines.contains(Channel.VOICE) || engines.contains(Channel.SMS);
        if (speaks && !numbers.ofClient(client).isEmpty()) {
            healthy.addAll(Set.of(Channel.VOICE, Channel.SMS));
        }
        if (engines.contains(Channel.LINKEDIN)
                && seats.ofClient(client).stream().anyMatch(seat -> seat.state().mayAct())) {
            healthy.add(Channel.LINKEDIN);
        }
        healthy.retainAll(engines);
        return healthy;
    }
}
