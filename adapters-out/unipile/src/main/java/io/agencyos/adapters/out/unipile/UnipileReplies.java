package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The poll beside the webhooks: messages each time, connections every six hours. Source: unipile 9. */
final class UnipileReplies implements LinkedInReplies {

    private static final int MOST_PAGES = 20;
    /** How far the first poll looks back, and how far every later one overlaps the one before. */
    private static final Duration FIRST = Duration.ofDays(7);

    private static final Duration OVERLAP = Duration.ofHours(2);
    private static final Duration RELATIONS_EVERY = Duration.ofHours(6);
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

    /** When messages and connections were last read. */
    private record Cursor(Instant messages, Instant relations) {}

    private Cursor parse(@Nullable String text) {
        if (text == null) {
            return new Cursor(clock.now().minus(FIRST).plus(OVERLAP), Instant.EPOCH);
        }
        String[] parts = text.split(";");
        return new Cursor(Instant.parse(parts[0]), Instant.parse(parts[1]));
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        Cursor from = parse(cursor);
        Instant now = clock.now();
        boolean relations = !now.isBefore(from.relations().plus(RELATIONS_EVERY));
        return ways.of(client, "replies").flatMap(connection -> {
            List<ChannelEvent> events = new ArrayList<>();
            for (String seat : seats.of(client)) {
                Optional<VendorFailure> failure = seats.inTurn(
                                client, seat, "replies", () -> read(connection, seat, from, relations))
                        .fold(
                                found -> {
                                    events.addAll(found);
                                    return Optional.empty();
                                },
                                Optional::of);
                if (failure.isPresent()) {
                    return Result.err(failure.get());
                }
            }
            events.sort(Comparator.comparing(ChannelEvent::at));
            return Result.ok(new Page(events, now + ";" + (relations ? now : from.relations()), false));
        });
    }

    private static Result<List<ChannelEvent>, VendorFailure> read(
            Connection connection, String seat, Cursor from, boolean relations) {
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
            Connection connection, String seat, Cursor from) {
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
                        seats.inTurn(client, seat, "resolve", () -> people.slug(connection, seat, person)));
    }
}
