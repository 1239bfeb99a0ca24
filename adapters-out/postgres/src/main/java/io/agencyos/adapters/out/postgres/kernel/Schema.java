package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.StorageUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Brings a database to the schema of this program, or says how far away it is. Migrations run as the owner role, forward
 * only. Source: data model 9.
 */
public final class Schema {

    private static final String HISTORY = "migration";
    private static final int OLDEST_SERVER = 150_000;

    private final DatabaseAddress address;
    private final String expected = SchemaFingerprint.ofClassPath();

    public Schema(DatabaseAddress address) {
        this.address = address;
    }

    /** The set of migrations of this program as one short text. */
    public String fingerprint() {
        return expected;
    }

    /**
     * Makes roles and tables that are missing; does nothing to a database that is up to date.
     *
     * @throws SchemaMismatch when a newer program has migrated the database
     */
    public void migrate() {
        try (Connection admin = connect()) {
            requireVersion(admin);
            DatabaseRoles.prepare(admin, address);
            if (expected.equals(actual(admin))) {
                return;
            }
            Flyway flyway = flyway();
            if (hasHistory(admin)) {
                refuseNewer(flyway);
            }
            flyway.migrate();
            try (Statement statement = admin.createStatement()) {
                statement.execute("comment on schema app is 'migrations " + expected + "'");
            }
        } catch (SQLException | FlywayException failure) {
            throw SqlErrors.translate("The database " + address + " could not be migrated", failure);
        }
    }

    /**
     * Refuses a schema that is not exactly this program's.
     *
     * @throws SchemaMismatch with what is missing or too new, and what to do
     */
    public void check() {
        try (Connection admin = connect()) {
            requireVersion(admin);
            if (expected.equals(actual(admin))) {
                return;
            }
            if (!hasHistory(admin)) {
                throw new SchemaMismatch(
                        "The database's schema is behind this program (pending: all, from V001 schemas on): run"
                                + " 'agency-os migrate' first.",
                        true);
            }
            Flyway flyway = flyway();
            refuseNewer(flyway);
            String pending =
                    Arrays.stream(flyway.info().pending()).map(Schema::name).collect(Collectors.joining(", "));
            throw new SchemaMismatch(
                    "The database's schema is behind this program (pending: "
                            + (pending.isEmpty() ? "the migration was not finished" : pending)
                            + "): run 'agency-os migrate' first.",
                    true);
        } catch (SQLException | FlywayException failure) {
            throw SqlErrors.translate("The schema of " + address + " could not be checked", failure);
        }
    }

    private static void refuseNewer(Flyway flyway) {
        String newer = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .filter(Schema::isNotSchemaCreation)
                .map(Schema::name)
                .collect(Collectors.joining(", "));
        if (!newer.isEmpty()) {
            throw new SchemaMismatch("The database's schema is ahead of this program (unknown here: " + newer
                    + "): a newer version has migrated it; run that version or a newer one.");
        }
    }

    private static boolean isNotSchemaCreation(MigrationInfo migration) {
        return !migration.getScript().startsWith("<<");
    }

    private static String name(MigrationInfo migration) {
        return migration.isVersioned()
                ? "V" + migration.getVersion() + " " + migration.getDescription()
                : migration.getDescription();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.adminUser(), address.adminPassword())
                .callbacks(new AsOwner())
                .locations("classpath:" + SchemaFingerprint.LOCATION)
                .schemas(HISTORY)
                .createSchemas(true)
                // branches land in any order: a lower number that comes later is pending, not lost
                .outOfOrder(true)
                .cleanDisabled(true)
                .loggers("slf4j")
                .validateMigrationNaming(true)
                .load();
    }

    private Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
        } catch (SQLException failure) {
            throw new StorageUnavailable(
                    "The database " + address + " cannot be reached: " + failure.getMessage(), failure);
        }
    }

    private static void requireVersion(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet result = statement.executeQuery("select current_setting('server_version_num')::int")) {
            result.next();
            if (result.getInt(1) < OLDEST_SERVER) {
                throw new SchemaMismatch("PostgreSQL 15 or newer is needed; this server is "
                        + admin.getMetaData().getDatabaseProductVersion() + ".");
            }
        }
    }

    private static boolean hasHistory(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet result = statement.executeQuery("select to_regnamespace('" + HISTORY + "') is not null")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static String actual(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet result = statement.executeQuery(
                        "select coalesce(obj_description(to_regnamespace('app'), 'pg_namespace'), '')")) {
            result.next();
            return result.getString(1).replaceFirst("^migrations ", "");
        }
    }

    /** Every connection of a migration works as the owner role, and waits for nobody for long. */
    private static final class AsOwner extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_CONNECT;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("set role aos_migrate; set lock_timeout = '5s'; set client_min_messages = warning;"
                        + " set synchronous_commit = off");
            } catch (SQLException failure) {
                throw new FlywayException(failure.getMessage(), failure);
            }
        }
    }
}
