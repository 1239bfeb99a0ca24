package io.agencyos.adapters.out.postgres.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a database holds when its migrations are done: the rows that they wrote, where its sequences stand and what its schema
 * is made of. Read once, it brings every copy back to that, so that the copies need not be made anew for each class.
 */
final class Baseline {

    /** What a class may leave behind in files; more than that makes the next one slow. */
    private static final long MOST_BYTES_LEFT = 24L << 20;

    private static final String TABLES = """
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'
           and n.nspname !~ '^(pg_|information_schema)'
         order by 1
        """;

    /**
     * Rows leave no trace in it; tables, columns, functions, triggers, policies and rights do. Settings are those of everybody and
     * of this database: the other ones, which come and go beside it, share the table.
     */
    private static final String SCHEMA = """
        select concat_ws(' ',
            (select count(*) || '/' || sum(oid::bigint) || '/' || count(*) filter (where relforcerowsecurity)
                    || '/' || sum(hashtext(relacl::text)) from pg_class where relpersistence = 'p'),
            (select count(*) || '/' || sum(hashtext(attname::text) + attnum) from pg_attribute a
                join pg_class c on c.oid = a.attrelid where c.relpersistence = 'p'),
            (select sum(oid::bigint) || '/' || sum(hashtext(coalesce(prosrc, ''))) from pg_proc),
            (select sum(oid::bigint) || '/' || count(*) filter (where tgenabled <> 'O') from pg_trigger),
            (select sum(oid::bigint) || '/' || count(*) filter (where not convalidated) from pg_constraint),
            (select sum(oid::bigint) || '/' || sum(hashtext(polqual::text)) from pg_policy),
            (select sum(oid::bigint) from pg_namespace where nspname !~ '^pg_(toast_)?temp'),
            (select sum(hashtext(setconfig::text)) from pg_db_role_setting
              where setdatabase = 0
                 or setdatabase = (select oid from pg_database where datname = current_database())
                    and setconfig <> '{plan_cache_mode=force_generic_plan}'))
        """;

    private static final String BUSY = """
        select (select count(*) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle')
             + (select count(*) from pg_locks where locktype = 'advisory'
                   and database = (select oid from pg_database where datname = current_database()))
        """;

    private final List<String> tables;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private final Map<String, Long> sequences = new LinkedHashMap<>();
    private final String schema;
    private final long bytes;

    private Baseline(Connection untouched) throws SQLException {
        tables = column(untouched, TABLES);
        for (String table : tables) {
            String content = column(untouched, content(table)).getFirst();
            if (!content.equals("[]")) {
                rows.put(table, content);
            }
        }
        for (String sequence : column(
                untouched,
                "select quote_ident(schemaname) || '.' || quote_ident(sequencename) from pg_sequences where last_value"
                        + " is not null")) {
            sequences.put(sequence, number(untouched, "select last_value from " + sequence));
        }
        schema = column(untouched, SCHEMA).getFirst();
        bytes = number(untouched, "select pg_database_size(current_database())");
    }

    /** Of a database that nobody has used yet. */
    static Baseline of(Connection untouched) throws SQLException {
        return new Baseline(untouched);
    }

    /**
     * Makes another copy what this one was.
     *
     * @return false where more than rows was changed, or somebody is still at work: then it cannot be used again
     */
    boolean restore(Connection connection) throws SQLException {
        if (number(connection, BUSY) > 0
                || !column(connection, SCHEMA).getFirst().equals(schema)
                || number(connection, "select pg_database_size(current_database())") > bytes + MOST_BYTES_LEFT) {
            return false;
        }
        empty(connection);
        for (Map.Entry<String, String> table : rows.entrySet()) {
            if (!column(connection, content(table.getKey())).getFirst().equals(table.getValue())) {
                refill(connection, table.getKey(), table.getValue());
            }
        }
        for (String sequence : column(
                connection,
                "select quote_ident(schemaname) || '.' || quote_ident(sequencename) from pg_sequences where last_value"
                        + " is not null")) {
            Long before = sequences.get(sequence);
            run(
                    connection,
                    before == null
                            ? "alter sequence " + sequence + " restart"
                            : "select setval('" + sequence + "', " + before + ")");
        }
        return true;
    }

    private static String content(String table) {
        return "select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]')::text from " + table + " t";
    }

    /** Empties the tables that hold something and held nothing at first. */
    private void empty(Connection connection) throws SQLException {
        run(connection, """
            do $$
            declare
                t regclass;
                filled boolean;
            begin
                perform set_config('session_replication_role', 'replica', true);
                for t in select c.oid::regclass from pg_class c
                          where c.relkind = 'r' and pg_relation_size(c.oid) > 0
                            and case when c.relispartition then pg_partition_root(c.oid) else c.oid end
                                = any ('{%s}'::regclass[]) loop
                    execute format('select exists (select from %%s)', t) into filled;
                    if filled then
                        execute format('delete from %%s', t);
                    end if;
                end loop;
            end $$
            """.formatted(
                tables.stream().filter(table -> !rows.containsKey(table)).collect(Collectors.joining(","))));
    }

    private static void refill(Connection connection, String table, String content) throws SQLException {
        String columns = column(
                        connection,
                        "select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = '" + table
                                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''")
                .getFirst();
        connection.setAutoCommit(false);
        run(connection, "set local session_replication_role = replica");
        run(connection, "delete from " + table);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " (" + columns
                + ") overriding system value select " + columns + " from jsonb_populate_recordset(null::" + table
                + ", ?::jsonb)")) {
            insert.setString(1, content);
            insert.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(column(connection, sql).getFirst());
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }
}
