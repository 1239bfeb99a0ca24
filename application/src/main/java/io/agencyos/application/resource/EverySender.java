package io.agencyos.application.resource;

import io.agencyos.application.resource.seat.Seats;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxChoice;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.resource.WarmUp;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        implements UsableSenders, SendingChannels, SenderOffers {

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

    @Override
    public List<Offer> of(ClientId client, Instant now) {
        return Stream.of(
                        mailboxes.ofClient(client).stream().map(mailbox -> offer(mailbox, now)),
                        numbers.ofClient(client).stream().map(number -> offer(number, now)),
                        seats.ofClient(client).stream().map(seat -> offer(seat)))
                .flatMap(offers -> offers)
                .toList();
    }

    private static Offer offer(Mailbox mailbox, Instant now) {
        int limit = DailyLimit.of(mailbox, now).total();
        boolean warm = WarmUp.elapsedDays(mailbox.warmupStartedAt(), now, Duration.ZERO) >= WarmUp.DOMAIN_DAYS;
        return new Offer(
                mailbox.id(),
                Set.of(Channel.EMAIL),
                mailbox.address().value(),
                limit,
                warm,
                MailboxChoice.usable(mailbox) && limit > 0);
    }

    private Offer offer(SendingNumber number, Instant now) {
        Set<Channel> good = uses.apply(number);
        int limit = good.contains(Channel.SMS) ? Math.max(number.texts(), number.calls(now)) : number.calls(now);
        boolean warm = number.warmUpDays(now) >= SendingNumber.WARM_UP_DAYS;
        return new Offer(number.id(), good, number.number().e164(), limit, warm, limit > 0);
    }

    private static Offer offer(Seat seat) {
        SeatAccount account = seat.link().account();
        return new Offer(
                new ResourceId(seat.id().value()),
                Set.of(Channel.LINKEDIN),
                account == null || account.name() == null ? "" : account.name(),
                seat.state().mayAct() ? Seat.MESSAGES : 0,
                seat.state() == SeatState.ACTIVE,
                seat.state().mayAct());
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
