package io.agencyos.bootstrap;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.postgres.kernel.Schema;
import io.agencyos.adapters.out.postgres.kernel.TableStatistics;
import io.agencyos.bootstrap.config.Settings;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The database that the settings ask for: the external one, or the embedded server while this is open. */
final class Database implements AutoCloseable {

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
                EmbeddedDatabase.start(settings.dataDirectory().resolve("postgres"), durability);
        return new Database(Optional.of(server), server.address(NAME));
    }

    String description() {
        return embedded.isPresent() ? "embedded PostgreSQL" : address.toString();
    }

    void migrate() {
        new Schema(address).migrate();
    }

    void check() {
        new Schema(address).check();
    }

    /** Opens the pools; an embedded database is migrated first, an external one must be up to date. */
    PostgresDatabase open() {
        if (embedded.isPresent()) {
            return PostgresDatabase.migrateAndOpen(address);
        }
        return PostgresDatabase.open(address);
    }

    void gatherStatistics() {
        new TableStatistics(address).gather();
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
