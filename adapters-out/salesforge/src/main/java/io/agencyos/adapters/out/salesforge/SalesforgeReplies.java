package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The poll beside the webhooks, which this vendor never repeats. Source: salesforge 8. */
final class SalesforgeReplies implements EmailReplies {

    private static final int THREADS = 50;
    private static final int LIST = 1_000;
    private static final int CONTACTS = 100;
    private static final int MOST_PAGES = 20;

    private final Connections connections;
    private final ThreadReader reader;
    private final Deliveries deliveries;
    private final DoNotContact list;
    private final UnsubscribedContacts unsubscribed;
    private final ClockPort clock;

    SalesforgeReplies(
            Connections connections,
            ThreadReader reader,
            Deliveries deliveries,
            DoNotContact list,
            UnsubscribedContacts unsubscribed,
            ClockPort clock) {
        this.connections = connections;
        this.reader = reader;
        this.deliveries = deliveries;
        this.list = list;
        this.unsubscribed = unsubscribed;
        this.clock = clock;
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        PollCursor from = PollCursor.parse(cursor);
        return connections.of(client, "replies").flatMap(connection -> switch (from.phase()) {
            case THREADS -> threads(connection, from);
            case CONTACTS -> contacts(connection, client, from);
            case DELIVERIES ->
                deliveries
                        .facts(connection, client, from.deliveriesAt())
                        .map(events -> page(events, from.deliveriesRead(clock.now())));
            case LIST -> list(connection, client, from);
        });
    }

    private static Page page(List<MailEvent> events, PollCursor next) {
        return new Page(events, next.text(), !next.complete());
    }

    private Result<Page, VendorFailure> threads(Connection connection, PollCursor from) {
        return connection
                .calls()
                .read("threads", () -> connection.api().unread(connection.workspace(), THREADS, from.offset()))
                .flatMap(found -> {
                    PollCursor seen = from;
                    List<MailEvent> events = new ArrayList<>();
                    for (Wire.Thread thread : found.data()) {
                        Instant date = thread.date() == null ? clock.now() : thread.date();
                        seen = seen.seen(date);
                        if (from.fresh(date)) {
                            Result<List<MailEvent>, VendorFailure> read = reader.events(connection, thread);
                            if (read instanceof Result.Err<List<MailEvent>, VendorFailure>(VendorFailure failure)) {
                                return Result.err(failure);
                            }
                            events.addAll(read.orElseThrow());
                        }
                    }
                    events.sort(Comparator.comparing(MailEvent::at));
                    boolean last = found.last(from.offset());
                    return Result.ok(page(
                            events,
                            last
                                    ? seen.threadsRead(clock.now())
                                    : seen.further(found.data().size())));
                });
    }

    /** The contacts are read for those who opted out; they are told with the deliveries that follow. */
    private Result<Page, VendorFailure> contacts(Connection connection, ClientId client, PollCursor from) {
        return connection
                .calls()
                .read("contacts", () -> connection.api().contacts(connection.workspace(), CONTACTS, from.offset()))
                .map(found -> {
                    unsubscribed.note(client, found.data());
                    return page(
                            List.of(),
                            found.last(from.offset())
                                    ? from.contactsRead(clock.now())
                                    : from.further(found.data().size()));
                });
    }

    /** What stands on the vendor's list and was not put there by us was put there by a person, who meant an opt-out. */
    private Result<Page, VendorFailure> list(Connection connection, ClientId client, PollCursor from) {
        return connection
                .calls()
                .read("do not contact", () -> connection.api().dnc(connection.workspace(), LIST, from.offset()))
                .map(found -> {
                    Map<EmailAddress, Instant> listed = new LinkedHashMap<>();
                    found.data()
                            .forEach(entry -> ThreadReader.address(entry.value())
                                    .ifPresent(address -> listed.putIfAbsent(
                                            address, entry.createdAt() == null ? clock.now() : entry.createdAt())));
                    Set<String> ours = list.ours(client, listed.keySet());
                    List<MailEvent> events = listed.entrySet().stream()
                            .filter(entry -> !ours.contains(entry.getKey().key().value()))
                            .map(entry -> handAdded(entry.getKey(), entry.getValue()))
                            .sorted(Comparator.comparing(MailEvent::at))
                            .toList();
                    boolean last = found.last(from.offset());
                    return page(
                            events,
                            last
                                    ? from.listRead(clock.now())
                                    : from.further(found.data().size()));
                });
    }

    private static MailEvent handAdded(EmailAddress address, Instant at) {
        return new MailEvent.OptedOut(
                "dnc/" + address.key().value(), at, new MailEvent.About(null, null, null, null, address));
    }

    @Override
    public void heard(ClientId client, Collection<MailEvent.Sent> sent) {
        deliveries.heard(client, sent);
    }

    @Override
    public Result<List<InboundMail>, VendorFailure> conversationWith(ClientId client, EmailAddress address) {
        return connections
                .of(client, "conversation")
                .flatMap(connection -> connection
                        .all(
                                "threads",
                                THREADS,
                                MOST_PAGES,
                                (limit, offset) ->
                                        connection.api().search(connection.workspace(), limit, offset, address.value()))
                        .flatMap(threads -> mailsOf(connection, threads, address)));
    }

    private Result<List<InboundMail>, VendorFailure> mailsOf(
            Connection connection, List<Wire.Thread> threads, EmailAddress address) {
        List<InboundMail> mails = new ArrayList<>();
        for (Wire.Thread thread : threads) {
            boolean theirs = ThreadReader.address(thread.contactEmail())
                    .filter(contact -> contact.key().equals(address.key()))
                    .isPresent();
            if (!theirs || "bounced".equals(thread.replyType())) {
                continue;
            }
            Result<List<MailEvent>, VendorFailure> events = reader.events(connection, thread);
            if (events instanceof Result.Err<List<MailEvent>, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            events.orElseThrow().forEach(event -> {
                if (event instanceof MailEvent.Received(InboundMail mail)) {
                    mails.add(mail);
                }
            });
        }
        mails.sort(Comparator.comparing(InboundMail::receivedAt));
        return Result.ok(mails);
    }
}
