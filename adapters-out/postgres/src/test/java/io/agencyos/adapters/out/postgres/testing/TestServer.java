package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.DatabaseInUse;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase.Durability;
import io.agencyos.adapters.out.postgres.kernel.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one server of this test run. Its directory lies in the topmost {@code target} and is kept, so that the tests of
 * every module share one migrated template; runs side by side take the next free directory.
 */
final class TestServer {

    private static final int MOST_AT_ONCE = 16;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final TestServer INSTANCE = start();

    private final EmbeddedDatabase server;
    private final String template;

    private TestServer(EmbeddedDatabase server) {
        this.server = server;
        this.template = "template_" + new Schema(server.address("postgres")).fingerprint();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-database"));
        prepareTemplate();
    }

    static TestServer get() {
        return INSTANCE;
    }

    /** Makes a database that nobody else uses, a copy of the migrated template. */
    DatabaseAddress create() {
        String name = "t_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + template + " strategy file_copy");
        return server.address(name);
    }

    /** An empty database, for tests of the migrations themselves. */
    DatabaseAddress createEmpty() {
        String name = "t_" + COUNT.incrementAndGet();
        execute("create database " + name);
        return server.address(name);
    }

    void drop(DatabaseAddress address) {
        execute("drop database " + address.jdbcUrl().replaceFirst(".*/", "") + " with (force)");
    }

    private static TestServer start() {
        Path target = topmostProject(Path.of("").toAbsolutePath()).resolve("target");
        for (int n = 1; n <= MOST_AT_ONCE; n++) {
            try {
                Path data = target.resolve("test-postgres-" + n);
                return new TestServer(EmbeddedDatabase.start(data, Durability.THROW_AWAY));
            } catch (DatabaseInUse sideBySide) {
                continue;
            }
        }
        throw new IllegalStateException("no free directory for a test database in " + target);
    }

    private static Path topmostProject(Path from) {
        Path top = from;
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("pom.xml"))) {
                top = folder;
            }
        }
        return top;
    }

    private void prepareTemplate() {
        for (String left : databases()) {
            if (left.startsWith("t_") || left.startsWith("template_") && !left.equals(template)) {
                execute("drop database " + left + " with (force)");
            }
        }
        if (!databases().contains(template)) {
            // under another name until it is whole, so that an interrupted run leaves no half template
            execute("create database t_template");
            new Schema(server.address("t_template")).migrate();
            execute("alter database t_template rename to " + template);
        }
    }

    private List<String> databases() {
        try (Connection connection = admin();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select datname from pg_database where not datistemplate")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private Connection admin() throws SQLException {
        DatabaseAddress address = server.address("postgres");
        return DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
    }
}
