package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.memory.kernel.SeededRandom;
import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.postgres.kernel.Schema;
import io.agencyos.application.shared.IdSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A server for worlds alone; each gets a fresh copy of one migrated database, which goes with it. */
final class WorldDatabases implements AutoCloseable {

    private static final String TEMPLATE = "world_template";
    private static final int CONNECTIONS = 4;

    private final EmbeddedDatabase server;
    private final AtomicInteger made = new AtomicInteger();

    private WorldDatabases(EmbeddedDatabase server) {
        this.server = server;
    }

    /** Starts the server in this folder. */
    static WorldDatabases in(Path folder) {
        WorldDatabases databases =
                new WorldDatabases(EmbeddedDatabase.start(folder, EmbeddedDatabase.Durability.THROW_AWAY));
        databases.execute("create database " + TEMPLATE);
        new Schema(databases.server.address(TEMPLATE)).migrate();
        return databases;
    }

    WorldStores open(WorldTime time, IdSource ids) {
        String name = "world_" + made.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE + " strategy file_copy");
        PostgresDatabase database = PostgresDatabase.open(server.address(name), CONNECTIONS);
        return PostgresStores.open(
                database, time, ids, new SeededRandom(1), () -> execute("drop database " + name + " with (force)"));
    }

    /** Where the newest world's database is. */
    DatabaseAddress newest() {
        return server.address("world_" + made.get());
    }

    private void execute(String sql) {
        DatabaseAddress address = server.address("postgres");
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("the server of the worlds refuses " + sql, failed);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
