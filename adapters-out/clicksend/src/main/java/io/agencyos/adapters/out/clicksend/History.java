package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The vendor's own record of what it took: where a lost answer is looked for, by recipient and compared by our key,
 * since it cannot be filtered by that. Source: clicksend 7.
 */
final class History {

    /** Clocks differ, and the vendor stamps a message when it likes. */
    private static final Duration OVERLAP = Duration.ofSeconds(120);

    private History() {}

    static LookupOutcome lookup(Connection connection, SmsCommand command, Instant since) {
        String recipient = command.to().e164();
        String q = "to:" + recipient;
        long from = since.minus(OVERLAP).getEpochSecond();
        for (int page = 1; page <= Connection.MOST_PAGES; page++) {
            Result<Wire.Page, VendorFailure> read =
                    connection.page("history", page, number -> connection.api().history(q, from, number));
            if (read instanceof Result.Err<Wire.Page, VendorFailure>(VendorFailure failure)) {
                return new LookupOutcome.Inconclusive(failure.kind());
            }
            Wire.Page items = read.orElseThrow();
            Optional<LookupOutcome> found = items.items().stream()
                    .filter(item -> Fields.text(item, "custom_string")
                            .filter(command.idempotencyKey()::equals)
                            .isPresent())
                    .findFirst()
                    .flatMap(History::found);
            if (found.isPresent()) {
                return found.get();
            }
            if (items.last()) {
                return new LookupOutcome.Absent();
            }
            if (foreign(items, recipient)) {
                return new LookupOutcome.Inconclusive("the history is not filtered by recipient");
            }
        }
        return new LookupOutcome.Inconclusive("the history has no end");
    }

    /** Others' messages in the answer: the filter was not heeded, and the whole day is too long to be read for one text. */
    private static boolean foreign(Wire.Page page, String recipient) {
        return page.items().stream()
                .anyMatch(item -> Fields.text(item, "to")
                        .filter(to -> !to.equals(recipient))
                        .isPresent());
    }

    private static Optional<LookupOutcome> found(JsonNode item) {
        return Fields.text(item, "message_id")
                .map(id ->
                        new LookupOutcome.Found(id, Fields.instant(item, "date").orElse(null)));
    }

    /** What became of one message: its receipt, and without one what the history says. */
    static Result<Optional<DeliveryReport>, VendorFailure> delivery(Connection connection, String messageId) {
        Result<JsonNode, VendorFailure> receipt =
                connection.calls().read("receipt", () -> connection.api().receipt(messageId));
        return switch (receipt) {
            case Result.Ok<JsonNode, VendorFailure>(JsonNode answer) ->
                Result.ok(Deliveries.report(answer.path("data")));
            case Result.Err<JsonNode, VendorFailure>(VendorFailure failure) ->
                failure instanceof VendorFailure.NotFound ? byHistory(connection, messageId) : Result.err(failure);
        };
    }

    private static Result<Optional<DeliveryReport>, VendorFailure> byHistory(Connection connection, String messageId) {
        return connection
                .page("history", 1, page -> connection.api().history("message_id:" + messageId))
                .map(page -> page.items().stream()
                        .filter(item -> Fields.text(item, "message_id")
                                .filter(messageId::equals)
                                .isPresent())
                        .findFirst()
                        .flatMap(Deliveries::report));
    }
}
