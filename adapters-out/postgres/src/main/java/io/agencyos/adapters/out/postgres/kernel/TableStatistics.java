package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.StorageUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * What the server knows of how much lies in which table. It looks by itself once a minute; a program that fills empty tables
 * and asks them thousands of questions within that minute has it look before, or it reads them whole for every row.
 */
public final class TableStatistics {

    /**
     * A few rows of what never ceases to grow say nothing of what will lie there; a table that was never looked at is taken
     * for one of ten pages.
     */
    private static final String NEVER_LOOKED_AT = """
        select string_agg(format('%I.%I', n.nspname, c.relname), ', ' order by c.oid)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('app', 'pool') and c.relkind = 'r' and c.reltuples < 0 and pg_relation_size(c.oid) > 0
           and not ((c.relispartition or c.relname in ('vendor_object', 'rescore_request', 'flow_run', 'flow_step'))
                    and pg_relation_size(c.oid) < 10 * current_setting('block_size')::int)
        """;

    /** Servers before 18 cannot be told. */
    private static final String CAN_BE_TOLD = "select to_regproc('pg_catalog.pg_restore_attribute_stats') is not null";

    /** How many values the columns of these names will have; below zero as a part of the rows. */
    private static final String EXPECTED = """
        select count(pg_restore_attribute_stats(
                   'schemaname', n.nspname::text, 'relname', c.relname::text, 'attname', a.attname::text,
                   'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', known.n_distinct::real))
          from (values ('client_id', 2), ('campaign_id', 2), ('lead_id', -0.3), ('enrolment_id', -0.3)) as known(name, n_distinct)
          join pg_attribute a on a.attname = known.name
          join pg_class c on c.oid = a.attrelid
          join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('app', 'pool') and c.relkind = 'r' and c.reltuples < 0
        """;

    private final DatabaseAddress address;

    public TableStatistics(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * Tells the server what it will find in tables in which nothing lies yet: rows of few tenants and campaigns, some to a lead.
     * By itself it takes each column of a small table for unique, so that any index that begins with the tenant seems as good
     * as the one that is asked for, and a plan that is made then and kept reads all rows of a tenant for each one wanted.
     * A server that cannot be told finds out by itself.
     */
    public void expect() {
        asOwner(statement -> {
            try (ResultSet can = statement.executeQuery(CAN_BE_TOLD)) {
                can.next();
                if (!can.getBoolean(1)) {
                    return;
                }
            }
            statement.execute(EXPECTED);
        });
    }

    /** Has the server look at the tables that hold more than a few pages and that it never looked at. */
    public void gather() {
        asOwner(statement -> {
            Optional<String> tables = neverLookedAt(statement);
            if (tables.isPresent()) {
                statement.execute("analyze " + tables.get());
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void in(Statement statement) throws SQLException;
    }

    private void asOwner(Work work) {
        try (Connection admin =
                        DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
                Statement statement = admin.createStatement()) {
            statement.execute("set role aos_migrate");
            work.in(statement);
        } catch (SQLException failure) {
            throw new StorageUnavailable(
                    "The tables of " + address + " could not be looked at: " + failure.getMessage(), failure);
        }
    }

    private static Optional<String> neverLookedAt(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(NEVER_LOOKED_AT)) {
            found.next();
            return Optional.ofNullable(found.getString(1));
        }
    }
}
