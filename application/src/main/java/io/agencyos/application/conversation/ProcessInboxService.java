package io.agencyos.application.conversation;

import io.agencyos.application.conversation.event.ChannelEvents;
import io.agencyos.application.conversation.event.MailFacts;
import io.agencyos.application.conversation.event.MailTroubles;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.DataEvent;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.HandleReply;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.reply.Writing;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.Crew;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands claimed events to those who know them; what fails is tried again by the inbox's schedule. */
final class ProcessInboxService implements ProcessInbox {

    /** Long enough for a batch, short enough that a broken process costs little. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Desk desk;
    private final MailFacts facts;
    private final MailTroubles troubles;
    private final HandleReply replies;
    private final FetchReply fetch;
    private final ChannelEvents channels;
    private final ReplyFeeds feeds;
    private final Crew crew;

    ProcessInboxService(
            Desk desk,
            MailFacts facts,
            MailTroubles troubles,
            HandleReply replies,
            FetchReply fetch,
            ChannelEvents channels,
            ReplyFeeds feeds) {
        this(desk, facts, troubles, replies, fetch, channels, feeds, Crew.OF_ONE);
    }

    private ProcessInboxService(
            Desk desk,
            MailFacts facts,
            MailTroubles troubles,
            HandleReply replies,
            FetchReply fetch,
            ChannelEvents channels,
            ReplyFeeds feeds,
            Crew crew) {
        this.desk = desk;
        this.facts = facts;
        this.troubles = troubles;
        this.replies = replies;
        this.fetch = fetch;
        this.channels = channels;
        this.feeds = feeds;
        this.crew = crew;
    }

    /** The same, with this crew for what different people did. */
    ProcessInbox with(Crew other) {
        return new ProcessInboxService(desk, facts, troubles, replies, fetch, channels, feeds, other);
    }

    @Override
    public Batch run(int limit) {
        return take(null, limit);
    }

    @Override
    public Batch run(ClientId client, int limit) {
        return take(client, limit);
    }

    @Override
    public Batch run(Collection<Key> events) {
        return work(desk.units()
                .onPlatform(() -> desk.stores()
                        .inbox()
                        .claim(events, desk.now(), desk.now().plus(LEASE))));
    }

    private Batch take(@Nullable ClientId only, int limit) {
        return work(desk.units()
                .onPlatform(() ->
                        desk.stores().inbox().claim(only, desk.now(), desk.now().plus(LEASE), limit)));
    }

    private Batch work(List<Claimed> claimed) {
        Map<Together, List<Claimed>> together = new LinkedHashMap<>();
        List<Claimed> alone = new ArrayList<>();
        for (Claimed one : claimed) {
            if (one.event() instanceof MailEvent.Noted || isFact(one.event())) {
                together.computeIfAbsent(Together.of(one), same -> new ArrayList<>())
                        .add(one);
            } else {
                alone.add(one);
            }
        }
        AtomicInteger failed = new AtomicInteger();
        crew.all(alone, one -> whose(one.event()), one -> failed.addAndGet(attempt(List.of(one))));
        for (List<Claimed> batch : together.values()) {
            failed.addAndGet(attempt(batch));
        }
        return new Batch(claimed.size(), failed.get());
    }

    /** Whom an event is about, as far as it says so itself; what is about nobody in particular is about our side. */
    private static String whose(InboundEvent event) {
        return switch (event) {
            case MailEvent.Received(InboundMail mail) -> mail.from().key().value();
            case MailEvent.ReplyNotice notice -> notice.from().key().value();
            case MailEvent.Sent sent -> whose(sent.about());
            case MailEvent.Delivered delivered -> whose(delivered.about());
            case MailEvent.Opened opened -> whose(opened.about());
            case MailEvent.Clicked clicked -> whose(clicked.about());
            case MailEvent.Bounced bounced -> whose(bounced.about());
            case MailEvent.Complained complained -> whose(complained.about());
            case MailEvent.OptedOut optedOut -> whose(optedOut.about());
            case MailEvent.Dropped dropped -> whose(dropped.about());
            case MailEvent.Noted noted -> "";
            case ChannelEvent other -> Objects.requireNonNullElse(other.about().theirs(), "");
            case DataEvent data -> data.key();
        };
    }

    private static String whose(MailEvent.About about) {
        EmailAddress recipient = about.recipient();
        return recipient == null ? "" : recipient.key().value();
    }

    /** What one unit of work takes: facts of one client, mail apart from the rest, and what is only noted. */
    private record Together(ClientId client, Kind kind) {

        private enum Kind {
            NOTED,
            MAIL,
            OTHER
        }

        static Together of(Claimed one) {
            Kind kind = switch (one.event()) {
                case MailEvent.Noted noted -> Kind.NOTED;
                case MailEvent mail -> Kind.MAIL;
                case ChannelEvent other -> Kind.OTHER;
                case DataEvent data -> throw new IllegalStateException("data is handled alone");
            };
            return new Together(one.key().feed().client(), kind);
        }
    }

    /** Whether it only tells how a message fared; whatever a person said or did is no fact. */
    static boolean isFact(InboundEvent event) {
        return switch (event) {
            case MailEvent.Sent sent -> true;
            case MailEvent.Delivered delivered -> true;
            case MailEvent.Opened opened -> true;
            case MailEvent.Clicked clicked -> true;
            case MailEvent.Bounced bounced -> false;
            case MailEvent.Complained complained -> false;
            case MailEvent.OptedOut optedOut -> false;
            case MailEvent.Dropped dropped -> false;
            case MailEvent.Received received -> false;
            case MailEvent.ReplyNotice notice -> false;
            case MailEvent.Noted noted -> false;
            case ChannelEvent other -> ChannelEvents.isFact(other);
            case DataEvent data -> false;
        };
    }

    /** One bad event must not hold up its neighbours: a batch that fails is taken apart. */
    private int attempt(List<Claimed> batch) {
        try {
            return handle(batch);
        } catch (StorageUnavailable down) {
            throw down;
        } catch (RuntimeException broken) {
            return batch.size() > 1
                    ? batch.stream().mapToInt(one -> attempt(List.of(one))).sum()
                    : fail(batch.getFirst(), broken);
        }
    }

    /** Before the facts are settled: until then the inbox repeats what a crash leaves untold. */
    private void tellFeeds(ClientId client, List<Claimed> batch) {
        Map<String, List<MailEvent.Sent>> left = batch.stream()
                .filter(claimed -> claimed.event() instanceof MailEvent.Sent)
                .collect(Collectors.groupingBy(
                        claimed -> claimed.key().feed().vendor(),
                        Collectors.mapping(claimed -> (MailEvent.Sent) claimed.event(), Collectors.toList())));
        if (!left.isEmpty()) {
            feeds.of(client).stream()
                    .filter(feed -> left.containsKey(feed.vendor()))
                    .forEach(feed -> feed.replies().heard(client, left.getOrDefault(feed.vendor(), List.of())));
        }
    }

    private int handle(List<Claimed> batch) {
        Claimed first = batch.getFirst();
        ClientId client = first.key().feed().client();
        tellFeeds(client, batch);
        return switch (first.event()) {
            case MailEvent.Sent sent -> countFailed(facts.handle(client, batch));
            case MailEvent.Delivered delivered -> countFailed(facts.handle(client, batch));
            case MailEvent.Opened opened -> countFailed(facts.handle(client, batch));
            case MailEvent.Clicked clicked -> countFailed(facts.handle(client, batch));
            case MailEvent.Bounced bounced -> countFailed(List.of(troubles.handle(first)));
            case MailEvent.Complained complained -> countFailed(List.of(troubles.handle(first)));
            case MailEvent.OptedOut optedOut -> countFailed(List.of(troubles.handle(first)));
            case MailEvent.Dropped dropped -> countFailed(List.of(troubles.handle(first)));
            case MailEvent.Received(InboundMail mail) ->
                countFailed(List.of(replies.handle(first, new Writing.Mail(mail))));
            case MailEvent.ReplyNotice notice -> countFailed(List.of(fetch.handle(first, notice)));
            case MailEvent.Noted noted ->
                countFailed(settled(
                        client,
                        batch.stream()
                                .map(one -> Verdicts.ignored(one, desk.now()))
                                .toList()));
            case ChannelEvent other ->
                countFailed(
                        ChannelEvents.isFact(other)
                                ? channels.facts(client, batch)
                                : List.of(channels.handle(first, other)));
            case DataEvent.NumbersTold told -> countFailed(List.of(looked(client, first, told)));
        };
    }

    private Verdict looked(ClientId client, Claimed claimed, DataEvent.NumbersTold told) {
        boolean awaited = desk.world().channels().data().numbersTold(client, told.refHash(), told.request());
        Verdict verdict = awaited ? Verdicts.done(claimed, desk.now()) : Verdicts.ignored(claimed, desk.now());
        return settled(client, List.of(verdict)).getFirst();
    }

    private static int countFailed(List<Verdict> verdicts) {
        return (int) verdicts.stream()
                .filter(verdict ->
                        verdict.state() == WebhookInbox.State.RECEIVED || verdict.state() == WebhookInbox.State.DEAD)
                .count();
    }

    private int fail(Claimed claimed, RuntimeException broken) {
        String error = broken.getClass().getSimpleName() + ": " + broken.getMessage();
        try {
            settled(claimed.key().feed().client(), List.of(Verdicts.failed(claimed, error, desk.now())));
        } catch (ConcurrentUpdate takenOver) {
            // another worker has it now, and its verdict counts
            return 0;
        }
        return 1;
    }

    private List<Verdict> settled(ClientId client, List<Verdict> verdicts) {
        return desk.inTenant(client, () -> {
            desk.stores().inbox().settle(verdicts);
            return verdicts;
        });
    }
}
