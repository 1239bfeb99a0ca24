package io.agencyos.application.resource;

import io.agencyos.application.resource.seat.Seats;
import io.agencyos.domain.resource.Seat;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Mailboxes, numbers, seats and post together, on the channels by which anything leaves this installation.
 *
 * @param uses what a number is good for, by whom it is from
 * @param posts whether letters of a client leave; asked in an open unit of work
 * @param engines the channels on which anything can leave the house at all
 */
public record EverySender(
        MailboxRepository mailboxes,
        SendingNumbers numbers,
        Function<SendingNumber, Set<Channel>> uses,
        Seats seats,
        Predicate<ClientId> posts,
        Set<Channel> engines)
        implements UsableSenders, SendingChannels {

    public EverySender {
        engines = Set.copyOf(engines);
    }

    @Override
    public Set<Channel> of(ClientId client) {
        return channels(client, SendingChannels.ofMailboxes(mailboxes).of(client), seat -> true);
    }

    @Override
    public Set<Channel> healthy(ClientId client) {
        return channels(
                client,
                UsableSenders.ofMailboxes(mailboxes).healthy(client),
                seat -> seat.state().mayAct());
    }

    private Set<Channel> channels(ClientId client, Set<Channel> mail, Predicate<Seat> counted) {
        Set<Channel> found = EnumSet.noneOf(Channel.class);
        found.addAll(mail);
        if (engines.contains(Channel.VOICE) || engines.contains(Channel.SMS)) {
            numbers.ofClient(client).stream().map(uses).forEach(found::addAll);
        }
        if (engines.contains(Channel.LINKEDIN)
                && seats.ofClient(client).stream().anyMatch(counted)) {
            found.add(Channel.LINKEDIN);
        }
        if (engines.contains(Channel.MAIL) && posts.test(client)) {
            found.add(Channel.MAIL);
        }
        found.retainAll(engines);
        return found;
    }
}
