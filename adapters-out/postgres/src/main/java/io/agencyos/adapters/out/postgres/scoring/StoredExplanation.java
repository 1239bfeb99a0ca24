package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.scoring.ExactPoints;
import io.agencyos.domain.scoring.Explanation;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.shared.Vocabulary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * An explanation as JSON, a short line for each row: signal, exact points, the most they could be, hundredths as shown,
 * then the fact in whatever words. Facet and component follow from the signal. One of them stays below the two kilobytes
 * from which PostgreSQL compresses a row, which would cost more than all else about a score.
 *
 * @param missing signal and exact points
 */
record StoredExplanation(List<String> rows, List<String> missing) {

    private static final int PARTS = 5;

    static Json of(Explanation explanation) {
        return Json.of(new StoredExplanation(
                explanation.rows().stream().map(StoredExplanation::line).toList(),
                explanation.missing().stream()
                        .map(missing -> missing.signal().wire() + ' ' + missing.points())
                        .toList()));
    }

    private static String line(Explanation.Row row) {
        return row.signal().wire() + ' ' + row.points() + ' ' + row.max() + ' ' + row.shownCents() + ' ' + row.fact();
    }

    static Explanation read(ResultSet row, AlsScore total) throws SQLException {
        StoredExplanation stored =
                Objects.requireNonNull(Rows.jsonOrNull(row, "explanation")).as(StoredExplanation.class);
        return new Explanation(
                total,
                stored.rows().stream().map(StoredExplanation::row).toList(),
                stored.missing().stream().map(StoredExplanation::lacks).toList());
    }

    private static Explanation.Row row(String line) {
        String[] parts = line.split(" ", PARTS);
        return new Explanation.Row(
                signal(parts[0]), parts[PARTS - 1], points(parts[1]), points(parts[2]), Long.parseLong(parts[3]));
    }

    private static Explanation.Missing lacks(String line) {
        String[] parts = line.split(" ");
        return new Explanation.Missing(signal(parts[0]), points(parts[1]));
    }

    private static Signal signal(String wire) {
        return Vocabulary.parse(Signal.class, wire).orElseThrow();
    }

    private static ExactPoints points(String said) {
        int slash = said.indexOf('/');
        return slash < 0
                ? ExactPoints.whole(Long.parseLong(said))
                : new ExactPoints(Long.parseLong(said.substring(0, slash)), Long.parseLong(said.substring(slash + 1)));
    }
}
