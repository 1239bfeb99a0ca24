package io.agencyos.adapters.out.salesforge;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vendor's list of what it scheduled and sent. It can be neither filtered nor relied on to be sorted, so absence
 * needs every page. Source: salesforge 4.5.
 */
final class SendingData {

    private static final int PAGE = 100;
    /** 50,000 rows; beyond that the answer is not waited for and counts as unreadable. */
    private static final int MOST_PAGES = 500;

    /** The row of one contact in one carrier, if it was scheduled or sent. */
    Result<Optional<Wire.SendingRow>, VendorFailure> row(Connection connection, String sequenceId, String contactId) {
        return connection.first(
                "sending data",
                PAGE,
                row -> row.sequenceId().equals(sequenceId)
                        && row.contactId().equals(contactId)
                        && (row.sent() != null || row.scheduled() != null),
                (limit, offset) -> connection.api().sendingData(connection.workspace(), limit, offset));
    }

    /** How many e-mails left in these sequences from one instant until before another. */
    Result<Integer, VendorFailure> sent(Connection connection, Set<String> sequences, Instant from, Instant until) {
        return all(connection).map(rows -> (int) rows.stream()
                .filter(row -> sequences.contains(row.sequenceId()) && row.sent() != null)
                .filter(row -> !row.sent().isBefore(from) && row.sent().isBefore(until))
                .count());
    }

    private static Result<List<Wire.SendingRow>, VendorFailure> all(Connection connection) {
        return connection.all(
                "sending data",
                PAGE,
                MOST_PAGES,
                (limit, offset) -> connection.api().sendingData(connection.workspace(), limit, offset));
    }

    /** The rows with these references, by reference. */
    Result<Map<String, Wire.SendingRow>, VendorFailure> rows(Connection connection, Set<String> refs) {
        return all(connection).map(rows -> {
            Map<String, Wire.SendingRow> wanted = new HashMap<>();
            rows.stream()
                    .filter(row -> refs.contains(Flight.ref(row.sequenceId(), row.contactId())))
                    .forEach(row -> wanted.put(Flight.ref(row.sequenceId(), row.contactId()), row));
            return wanted;
        });
    }
}
