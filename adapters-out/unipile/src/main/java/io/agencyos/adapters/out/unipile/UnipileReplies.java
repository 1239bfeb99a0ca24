package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The poll beside the webhooks: messages each time, connections every six hours. Source: unipile 9. */
final class UnipileReplies implements LinkedInReplies {

    private static final int MOST_PAGES = 20;
    /** How far the first poll looks back, and how far every later one overlaps the one before. */
    private static final Duration FIRST = Duration.ofDays(7);

    private static final Duration OVERLAP = Duration.ofHours(2);
    /** Each time but while a gap stands: the usual poll comes after six hours, at random minutes. */
    private static final Duration RELATIONS_EVERY = Duration.ofHours(5);

    private static final Duration RELATIONS_OVERLAP = Duration.ofHours(24);

    private final Ways<UnipileAccount, Connection> ways;
    private final Seats seats;
    private final People people;
    private final ClockPort clock;

    UnipileReplies(Ways<UnipileAccount, Connection> ways, Seats seats, People people, ClockPort clock) {
        this.ways = ways;
        this.seats = seats;
        this.people = people;
        this.clock = clock;
    }

    /** Each seat from where it was read last: a seat that does not answer keeps the others from nothing, and is made up for. */
    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        SeatCursors from = SeatCursors.of(cursor, clock.now().minus(FIRST).plus(OVERLAP));
        Instant now = clock.now();
        return ways.of(client, "replies").flatMap(connection -> {
            List<ChannelEvent> events = new ArrayList<>();
            Map<String, SeatCursors.Read> behind = new TreeMap<>();
            boolean relations = isDue(from.usual(), now);
            VendorFailure failure = null;
            List<String> all = seats.of(client);
            for (String seat : all) {
                SeatCursors.Read last = from.of(seat);
                Result<List<ChannelEvent>, VendorFailure> found = seats.inTurn(
                        connection, seat, "replies", asked -> read(asked, seat, last, relations || isDue(last, now)));
                switch (found) {
                    case Result.Ok<List<ChannelEvent>, VendorFailure>(List<ChannelEvent> read) -> {
                        events.addAll(read);
                        seats.read(client, seat);
                    }
                    case Result.Err<List<ChannelEvent>, VendorFailure>(VendorFailure silent) -> {
                        failure = silent;
                        behind.put(seat, last);
                        seats.unread(client, seat, cursor == null ? now : last.messages());
                    }
                }
            }
            if (failure != null && behind.size() == all.size()) {
                return Result.err(failure);
            }
            events.sort(Comparator.comparing(ChannelEvent::at));
            SeatCursors.Read read =
                    new SeatCursors.Read(now, relations ? now : from.usual().relations());
            return Result.ok(new Page(events, new SeatCursors(read, behind).text(), false));
        });
    }

    private static boolean isDue(SeatCursors.Read last, Instant now) {
        return !now.isBefore(last.relations().plus(RELATIONS_EVERY));
    }

    private static Result<List<ChannelEvent>, VendorFailure> read(
            Connection connection, String seat, SeatCursors.Read from, boolean relations) {
        String after = from.messages().minus(OVERLAP).toString();
        return connection
                .all("messages", MOST_PAGES, cursor -> connection.speech().messages(seat, after, cursor))
                .map(items -> items.stream()
                        .flatMap(item -> Reports.polledMessage(item, seat).stream())
                        .toList())
                .flatMap(messages -> relations
                        ? connected(connection, seat, from)
                                .map(made -> Stream.concat(messages.stream(), made.stream())
                                        .toList())
                        : Result.ok(messages));
    }

    private static Result<List<ChannelEvent>, VendorFailure> connected(
            Connection connection, String seat, SeatCursors.Read from) {
        Instant since = from.relations().equals(Instant.EPOCH)
                ? from.messages()
                : from.relations().minus(RELATIONS_OVERLAP);
        return Invitations.relations(connection, seat, since)
                .map(relations -> relations.stream()
                        .<ChannelEvent>map(relation -> new ChannelEvent.Connected(
                                Reports.relationKey(seat, relation.personRef()),
                                relation.since(),
                                Reports.about(null, seat, relation.personRef()),
                                relation.slug()))
                        .toList());
    }

    @Override
    public Result<Optional<String>, VendorFailure> slug(ClientId client, String seat, String person) {
        return ways.of(client, "resolve")
                .flatMap(connection ->
                        seats.inTurn(connection, seat, "resolve", asked -> people.slug(asked, seat, person)));
    }
}
