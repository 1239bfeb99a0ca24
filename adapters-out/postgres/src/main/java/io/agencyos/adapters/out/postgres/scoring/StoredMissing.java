package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.domain.scoring.MissingFacts;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** What a stored score had to do without. */
public final class StoredMissing {

    private static final TypeReference<List<String>> LINES = new TypeReference<>() {};

    private StoredMissing() {}

    static List<String> of(FrozenFacts frozen) {
        return MissingFacts.of(frozen.facts(), frozen.asOf());
    }

    /**
     * The names as they stand in the row; of a score of before they were kept what its facts say, and of one of before
     * facts were kept what the explanation named.
     *
     * @param explained the column with the explanation's lines, {@code signal points}
     */
    public static List<String> read(ResultSet row, String names, String facts, String explained) throws SQLException {
        Array kept = row.getArray(names);
        if (kept != null) {
            return List.of((String[]) kept.getArray());
        }
        Json frozen = Rows.jsonOrNull(row, facts);
        if (frozen != null) {
            return of(frozen.as(StoredFacts.class).frozen());
        }
        Json lines = Rows.jsonOrNull(row, explained);
        return lines == null
                ? List.of()
                : lines.as(LINES).stream().map(line -> line.split(" ", 2)[0]).toList();
    }
}
