package io.agencyos.bootstrap;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.postgres.kernel.PreparedDatabase;
import io.agencyos.adapters.out.postgres.kernel.Schema;
import io.agencyos.adapters.out.postgres.kernel.TableStatistics;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresPartitions;
import io.agencyos.bootstrap.config.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The database that the settings ask for: the external one, or the embedded server while this is open. */
final class Database implements AutoCloseable {

    /** The system property with the folder of a database that a first start copies. */
    static final String PREPARED = "agencyos.prepared";

    private static final String NAME = "postgres";

    private final Optional<EmbeddedDatabase> embedded;
    private final DatabaseAddress address;

    private Database(Optional<EmbeddedDatabase> embedded, DatabaseAddress address) {
        this.embedded = embedded;
        this.address = address;
    }

    /** Reaches the external database, or starts the embedded one. */
    static Database reach(Settings settings) {
        return reach(settings, EmbeddedDatabase.Durability.DURABLE);
    }

    /** The same, with a choice of what a crash of the machine may cost an embedded one. */
    static Database reach(Settings settings, EmbeddedDatabase.Durability durability) {
        Optional<Settings.ExternalDatabase> external = settings.externalDatabase();
        if (external.isPresent()) {
            Settings.ExternalDatabase there = external.get();
            Map<DatabaseRole, String> passwords = Arrays.stream(DatabaseRole.values())
                    .collect(Collectors.toMap(Function.identity(), role -> there.rolePassword()));
            return new Database(
                    Optional.empty(), new DatabaseAddress(there.url(), there.user(), there.password(), passwords));
        }
        EmbeddedDatabase server =
                EmbeddedDatabase.start(settings.dataDirectory().resolve("postgres"), durability, prepared());
        return new Database(Optional.of(server), server.address(NAME));
    }

    /** The launcher names the one that it made when it built this program. */
    private static PreparedDatabase prepared() {
        String folder = System.getProperty(PREPARED);
        return folder == null ? PreparedDatabase.none() : PreparedDatabase.in(Path.of(folder));
    }

    String description() {
        return embedded.isPresent() ? "embedded PostgreSQL" : address.toString();
    }

    /** Whether whoever opens it brings its schema up to date. */
    boolean migratesItself() {
        return embedded.isPresent();
    }

    void migrate() {
        new Schema(address).migrate();
    }

    void check() {
        new Schema(address).check();
    }

    /**
     * Opens the pools; an embedded database is migrated first and gets the partitions that are missing from this day on, which
     * nobody may have asked for while it was stopped. An external one must be up to date; its processes keep it so.
     */
    PostgresDatabase open(LocalDate today) {
        if (embedded.isEmpty()) {
            return PostgresDatabase.open(address);
        }
        PostgresDatabase database = PostgresDatabase.migrateAndOpen(address);
        database.unitOfWork().onPlatform(() -> new PostgresPartitions().createAhead(today));
        new TableStatistics(address).expect();
        return database;
    }

    void gatherStatistics() {
        new TableStatistics(address).gather();
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
