package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether a call was made after all: the list of the line's calls, compared by our key, since it cannot be filtered by
 * that. A call to the same number that names nobody counts as ours: better one call too few. Source: vapi 7.
 */
final class Lookup {

    private static final Duration OVERLAP = Duration.ofSeconds(60);
    private static final int LIMIT = 1_000;
    private static final int MOST_PAGES = 50;

    private Lookup() {}

    static LookupOutcome of(Connection connection, VoiceCommand command, String line, Instant since) {
        Instant from = since.minus(OVERLAP);
        Optional<Instant> to = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            Result<List<JsonNode>, VendorFailure> read = page(connection, line, from, to);
            if (read instanceof Result.Err<List<JsonNode>, VendorFailure>(VendorFailure failure)) {
                return new LookupOutcome.Inconclusive(failure.kind());
            }
            List<JsonNode> calls = read.orElseThrow();
            Optional<LookupOutcome> found = calls.stream()
                    .filter(call -> ours(call, command))
                    .findFirst()
                    .flatMap(Lookup::found);
            if (found.isPresent()) {
                return found.get();
            }
            if (calls.size() < LIMIT) {
                return new LookupOutcome.Absent();
            }
            Optional<Instant> first = Fields.instant(calls.getFirst(), "createdAt");
            Optional<Instant> last = Fields.instant(calls.getLast(), "createdAt");
            if (first.isEmpty() || last.isEmpty() || first.equals(last)) {
                return new LookupOutcome.Inconclusive("a list without an order");
            }
            // the order of the list is not promised: go on at whichever end it stopped
            if (last.get().isAfter(first.get())) {
                from = last.get();
            } else {
                to = last;
            }
        }
        return new LookupOutcome.Inconclusive("a list without an end");
    }

    private static Result<List<JsonNode>, VendorFailure> page(
            Connection connection, String line, Instant from, Optional<Instant> to) {
        String until = to.map(Instant::toString).orElse(null);
        return connection
                .calls()
                .read("calls", () -> connection.api().calls(LIMIT, line, from.toString(), until))
                .flatMap(answer -> answer.isArray()
                        ? Result.ok(Fields.items(answer))
                        : Result.err(Failures.contract("calls", "no list")));
    }

    private static boolean ours(JsonNode call, VoiceCommand command) {
        Optional<String> name = Fields.text(call, "name");
        Optional<String> external = Fields.text(call.path("customer"), "externalId");
        if (name.isEmpty() && external.isEmpty()) {
            return Fields.text(call.path("customer"), "number")
                    .filter(command.to().e164()::equals)
                    .isPresent();
        }
        return name.filter(command.idempotencyKey()::equals).isPresent()
                || external.filter(command.idempotencyKey()::equals).isPresent();
    }

    private static Optional<LookupOutcome> found(JsonNode call) {
        return Fields.text(call, "id")
                .map(id -> new LookupOutcome.Found(
                        id, Fields.instant(call, "createdAt").orElse(null)));
    }
}
