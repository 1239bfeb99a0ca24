package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.scoring.AlsScore;
import io.agencyos.domain.scoring.ExactPoints;
import io.agencyos.domain.scoring.Explanation;
import io.agencyos.domain.scoring.Signal;
import io.agencyos.domain.shared.Vocabulary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** An explanation as JSON: points as exact fractions, and as they are shown in hundredths. */
record StoredExplanation(List<Row> rows, List<Missing> missing) {

    /** One signal; facet and component follow from it and are kept for whoever reads the table by hand. */
    record Row(String signal, String facet, String fact, String points, String max, long points_cents) {}

    record Missing(String signal, String points) {}

    static StoredExplanation of(Explanation explanation) {
        return new StoredExplanation(
                explanation.rows().stream()
                        .map(row -> new Row(
                                row.signal().wire(),
                                row.facet().wire(),
                                row.fact(),
                                fraction(row.points()),
                                fraction(row.max()),
                                row.shownCents()))
                        .toList(),
                explanation.missing().stream()
                        .map(missing -> new Missing(missing.signal().wire(), fraction(missing.points())))
                        .toList());
    }

    static Explanation read(ResultSet row, AlsScore total) throws SQLException {
        return Objects.requireNonNull(Rows.jsonOrNull(row, "explanation"))
                .as(StoredExplanation.class)
                .explanation(total);
    }

    private Explanation explanation(AlsScore total) {
        return new Explanation(
                total,
                rows.stream()
                        .map(row -> new Explanation.Row(
                                signal(row.signal()),
                                row.fact(),
                                points(row.points()),
                                points(row.max()),
                                row.points_cents()))
                        .toList(),
                missing.stream()
                        .map(lacks -> new Explanation.Missing(signal(lacks.signal()), points(lacks.points())))
                        .toList());
    }

    private static Signal signal(String wire) {
        return Vocabulary.parse(Signal.class, wire).orElseThrow();
    }

    private static String fraction(ExactPoints points) {
        return points.numerator() + "/" + points.denominator();
    }

    private static ExactPoints points(String fraction) {
        int slash = fraction.indexOf('/');
        return new ExactPoints(
                Long.parseLong(fraction.substring(0, slash)), Long.parseLong(fraction.substring(slash + 1)));
    }
}
