package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Every piece whose status changed since the newest change that is stored, a little before it included: what changed in the
 * same moment may not have been listed yet, and a status is known again by its key. Source: vendors/direct-mail 3, 5.
 */
final class PostOfficeReplies implements ChannelReplies {

    private static final Duration OVERLAP = Duration.ofHours(2);

    private final Ways<PostOfficeAccount, Connection> ways;

    PostOfficeReplies(Ways<PostOfficeAccount, Connection> ways) {
        this.ways = ways;
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        Instant newest = cursor == null ? Instant.EPOCH : Instant.parse(cursor);
        Instant from = newest.isBefore(Instant.EPOCH.plus(OVERLAP)) ? Instant.EPOCH : newest.minus(OVERLAP);
        return ways.of(client, "changes")
                .flatMap(connection ->
                        connection.all("changes", skip -> connection.api().changed(from.toString(), skip)))
                .map(pieces -> page(pieces, newest));
    }

    private static Page page(List<JsonNode> pieces, Instant before) {
        List<ChannelEvent> events = pieces.stream()
                .flatMap(piece -> event(piece).stream())
                .sorted(Comparator.comparing(ChannelEvent::at))
                .toList();
        Instant newest = Stream.concat(Stream.of(before), events.stream().map(ChannelEvent::at))
                .max(Comparator.naturalOrder())
                .orElse(before);
        return new Page(events, newest.toString(), false);
    }

    private static Optional<ChannelEvent> event(JsonNode piece) {
        Optional<String> id = Fields.text(piece, "id");
        Optional<Instant> at = Fields.instant(piece, "updatedAt");
        return id.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Wire.state(piece)
                        .map(state -> new ChannelEvent.PieceMoved(
                                id.get() + ":" + Fields.text(piece, "status").orElse(""),
                                at.get(),
                                new ChannelEvent.About(
                                        Channel.MAIL, id.get(), Wire.key(piece).orElse(null), null, null),
                                state));
    }
}
