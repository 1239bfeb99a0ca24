package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.SmsReplies;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the vendor keeps until it is told that we have it: texts each time, receipts every hour. It is told of what the
 * last page held only when that page's cursor comes back, for then it is stored. Source: clicksend 5.2.
 */
final class ClickSendReplies implements SmsReplies {

    private static final Duration RECEIPTS_EVERY = Duration.ofHours(1);
    /** What came in the same second may not have been listed yet. */
    private static final long MARGIN_SECONDS = 1;

    private final Ways<ClickSendAccount, Connection> ways;
    private final OwnNumbers numbers;
    private final ClockPort clock;

    ClickSendReplies(Ways<ClickSendAccount, Connection> ways, OwnNumbers numbers, ClockPort clock) {
        this.ways = ways;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Newest that is stored of each kind, and when receipts were last read. */
    private record Cursor(Instant texts, Instant receipts, Instant receiptsAt) {

        static Cursor parse(@Nullable String text) {
            if (text == null) {
                return new Cursor(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
            }
            String[] parts = text.split(";");
            return new Cursor(Instant.parse(parts[0]), Instant.parse(parts[1]), Instant.parse(parts[2]));
        }

        String text() {
            return texts + ";" + receipts + ";" + receiptsAt;
        }
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        Cursor from = Cursor.parse(cursor);
        return ways.of(client, "replies")
                .flatMap(connection -> numbers.of(connection).flatMap(ours -> read(connection, from, ours)));
    }

    private Result<Page, VendorFailure> read(Connection connection, Cursor from, Set<PhoneNumber> ours) {
        return stored(connection, from)
                .flatMap(done ->
                        connection.all("inbound", page -> connection.api().inbound(page)))
                .flatMap(texts -> receipts(connection, from).map(receipts -> page(from, ours, texts, receipts)));
    }

    private Result<Boolean, VendorFailure> stored(Connection connection, Cursor from) {
        return marked(
                        connection,
                        "inbound read",
                        from.texts(),
                        before -> connection.api().inboundRead(before))
                .flatMap(done -> marked(
                        connection,
                        "receipts read",
                        from.receipts(),
                        before -> connection.api().receiptsRead(before)));
    }

    private interface Marking {
        JsonNode call(Wire.Before before);
    }

    private static Result<Boolean, VendorFailure> marked(
            Connection connection, String operation, Instant newest, Marking marking) {
        if (newest.equals(Instant.EPOCH)) {
            return Result.ok(false);
        }
        Wire.Before before = new Wire.Before(newest.getEpochSecond() - MARGIN_SECONDS);
        return connection
                .calls()
                .idempotent(operation, () -> marking.call(before))
                .map(answer -> true);
    }

    private Result<List<JsonNode>, VendorFailure> receipts(Connection connection, Cursor from) {
        return due(from) ? connection.all("receipts", page -> connection.api().receipts(page)) : Result.ok(List.of());
    }

    private boolean due(Cursor from) {
        return !clock.now().isBefore(from.receiptsAt().plus(RECEIPTS_EVERY));
    }

    private Page page(Cursor from, Set<PhoneNumber> ours, List<JsonNode> texts, List<JsonNode> receipts) {
        List<ChannelEvent> events = new ArrayList<>();
        texts.forEach(item -> events.add(Reports.text(item, ours)));
        receipts.forEach(item -> events.add(Reports.receipt(item, true)));
        events.sort(Comparator.comparing(ChannelEvent::at));
        Cursor next = new Cursor(
                newest(texts, from.texts()),
                newest(receipts, from.receipts()),
                due(from) ? clock.now() : from.receiptsAt());
        return new Page(events, next.text(), false);
    }

    private static Instant newest(List<JsonNode> items, Instant before) {
        return items.stream()
                .map(Deliveries::at)
                .max(Comparator.naturalOrder())
                .filter(before::isBefore)
                .orElse(before);
    }
}
