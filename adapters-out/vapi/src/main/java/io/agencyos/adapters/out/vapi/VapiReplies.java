package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.shared.ClockPort;
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
 * Reports of calls that nobody told us of: what changed in the list of calls, under the keys of the server messages. A list is
 * one page, for a client's numbers do not make a thousand calls between two looks. Source: vapi 5, 7, api 10.1.
 */
final class VapiReplies implements ChannelReplies {

    private static final Duration AT_FIRST = Duration.ofHours(24);
    private static final int MOST = 1_000;

    private final Ways<VapiAccount, Connection> ways;
    private final ClockPort clock;

    VapiReplies(Ways<VapiAccount, Connection> ways, ClockPort clock) {
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        Instant from = cursor == null ? clock.now().minus(AT_FIRST) : Instant.parse(cursor);
        return ways.of(client, "changed calls")
                .flatMap(connection -> connection
                        .calls()
                        .read("changed calls", () -> connection.api().changedCalls(MOST, from.toString())))
                .flatMap(answer -> answer.isArray()
                        ? Result.ok(page(Fields.items(answer), from))
                        : Result.err(Failures.contract("changed calls", "no list")));
    }

    private static Page page(List<JsonNode> calls, Instant from) {
        List<ChannelEvent> events = calls.stream()
                .flatMap(call -> reported(call).stream())
                .sorted(Comparator.comparing(ChannelEvent::at))
                .toList();
        Instant newest = calls.stream()
                .flatMap(call -> changedAt(call).stream())
                .max(Comparator.naturalOrder())
                .filter(at -> at.isAfter(from))
                .orElse(from);
        return new Page(events, newest.toString(), false);
    }

    private static Optional<Instant> changedAt(JsonNode call) {
        return Stream.of("updatedAt", "endedAt", "createdAt")
                .flatMap(member -> Fields.instant(call, member).stream())
                .findFirst();
    }

    private static Optional<ChannelEvent> reported(JsonNode call) {
        boolean ended = Fields.text(call, "status").filter("ended"::equals).isPresent()
                && Fields.text(call, "endedReason").isPresent();
        return Fields.text(call, "id")
                .filter(id -> ended)
                .map(id -> Reports.event(
                        VapiHooks.keyOfReport(id),
                        Fields.instant(call, "endedAt").orElse(ChannelEvent.UNTOLD),
                        VapiHooks.about(call, call.path("customer")),
                        call,
                        call,
                        call.path("assistant")));
    }
}
