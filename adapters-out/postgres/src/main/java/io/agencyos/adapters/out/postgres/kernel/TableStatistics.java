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

    private static final String NEVER_LOOKED_AT = """
        select string_agg(format('%I.%I', n.nspname, c.relname), ', ' order by c.oid)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('app', 'pool') and c.relkind = 'r' and c.reltuples < 0 and pg_relation_size(c.oid) > 0
        """;

    private final DatabaseAddress address;

    public TableStatistics(DatabaseAddress address) {
        this.address = address;
    }

    /** Has the server look at the tables that hold something and that it never looked at. */
    public void gather() {
        try (Connection admin =
                        DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
                Statement statement = admin.createStatement()) {
            statement.execute("set role aos_migrate");
            Optional<String> tables = neverLookedAt(statement);
            if (tables.isPresent()) {
                statement.execute("analyze " + tables.get());
            }
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
