package io.agencyos.adapters.out.postgres.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the database itself says about its tables; nothing here is written down by hand. */
final class Catalogue {

    /** A column that a row must have a value for, or that some CHECK wants. */
    record Column(String name, String type, boolean needsValue) {}

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'::text");

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** Every table of ours, partitions left out. */
    List<String> tables() throws SQLException {
        return strings("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('app', 'pool') and c.relkind in ('r', 'p') and not c.relispartition
            order by 1
            """);
    }

    /** Every table of ours with a column {@code client_id}. */
    List<String> tablesWithClient() throws SQLException {
        return strings("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
            where n.nspname in ('app', 'pool') and c.relkind in ('r', 'p') and not c.relispartition
            order by 1
            """);
    }

    /** The list from which security is generated: name, class, and whether the worker has access to a platform's table. */
    List<List<String>> securityList() throws SQLException {
        return strings("""
            select n.nspname || '.' || c.relname || ' ' || l.class || ' ' || ('w' = any (l.options))
            from app.security_list() l
            join pg_class c on c.oid = l.table_name join pg_namespace n on n.oid = c.relnamespace
            """).stream().map(row -> List.of(row.split(" "))).toList();
    }

    List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
            select attname, format_type(atttypid, atttypmod), attnotnull and not atthasdef
            from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum
            """)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
        }
        return columns;
    }

    /** The words that a text column may hold, by column, as its CHECK {@code ck_<table>_<column>} lists them. */
    Map<String, List<String>> vocabulary(String table) throws SQLException {
        Map<String, List<String>> words = new LinkedHashMap<>();
        String bare = table.replaceFirst(".*\\.", "");
        try (PreparedStatement statement = connection.prepareStatement("""
            select conname, pg_get_constraintdef(oid) from pg_constraint
            where conrelid = ?::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%= ANY (%'
            """)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    Matcher matcher = QUOTED.matcher(rows.getString(2));
                    while (matcher.find()) {
                        values.add(matcher.group(1));
                    }
                    words.put(rows.getString(1).replaceFirst("^ck_" + bare + "_", ""), values);
                }
            }
        }
        return words;
    }

    List<String> strings(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
