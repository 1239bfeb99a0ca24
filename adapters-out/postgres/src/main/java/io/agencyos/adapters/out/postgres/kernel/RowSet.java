package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.domain.shared.EntityId;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one parameter, for statements that begin with {@code from jsonb_to_recordset(:rows) as r(…)}: a thousand
 * rows cost one round trip and one plan, and the column types stand in the SQL beside the names.
 */
public final class RowSet {

    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    /** Begins the next row. */
    public RowSet row() {
        rows.add(new LinkedHashMap<>());
        return this;
    }

    /** Sets a column of the row begun last. Ids, words, instants, dates and zones are written as PostgreSQL reads them. */
    public RowSet set(String column, @Nullable Object value) {
        rows.getLast().put(column, plain(value));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Json json() {
        return Json.of(rows);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case EntityId id -> id.value().toString();
            case Vocabulary word -> word.wire();
            case Instant instant -> instant.toString();
            case LocalDate date -> date.toString();
            case ZoneId zone -> zone.getId();
            default -> value;
        };
    }
}
