package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.scoring.MissingFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a stored score had to do without, read off the facts that were kept with it. */
public final class StoredMissing {

    private StoredMissing() {}

    /** Empty for a score of before facts were kept. */
    public static Optional<List<String>> read(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(Rows.jsonOrNull(row, column))
                .map(json -> json.as(StoredFacts.class).frozen())
                .map(frozen -> MissingFacts.of(frozen.facts(), frozen.asOf()));
    }
}
