package io.agencyos.adapters.out.postgres.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of rows on their way into the database, as SQL declares them: {@code id uuid, gates text[]}.
 *
 * @param name of the session's own table for them; one name, one list of columns
 */
public record RowShape(String name, String types) {

    private static final Set<String> KNOWN =
            Set.of("uuid", "text", "int", "smallint", "boolean", "date", "timestamptz", "jsonb", "text[]");

    /** The shape with its columns by name, in the order in which they travel. */
    record Columns(List<String> types, Map<String, Integer> positions) {}

    public RowShape {
        if (!name.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
        types = types.replaceAll("\\s+", " ").strip();
    }

    Columns columns() {
        List<String> kinds = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        for (String column : types.split(", ?")) {
            int blank = column.indexOf(' ');
            String kind = column.substring(blank + 1);
            if (!KNOWN.contains(kind)) {
                throw new IllegalArgumentException("no binary form for " + column);
            }
            positions.put(column.substring(0, blank), kinds.size());
            kinds.add(kind);
        }
        return new Columns(List.copyOf(kinds), Map.copyOf(positions));
    }

    /** The session's table of this shape. */
    String table() {
        return "pg_temp.staged_" + name;
    }
}
