package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.DatabaseInUse;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one server of this test run. Its directory lies in the topmost {@code target} and is kept, so that the tests of
 * every module share one migrated template; runs side by side take the next free directory. The system property
 * {@code agencyos.test.database} names another server instead, of any release that is supported, by a JDBC URL with a
 * superuser and their password.
 */
final class TestServer {

    private static final int MOST_AT_ONCE = 16;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final TestServer INSTANCE = start();

    private static final String OTHER = "agencyos.test.database";
    private static final String PREPARED_AT_ONCE =
            "?prepareThreshold=1&preparedStatementCacheQueries=1024&preparedStatementCacheSizeMiB=32";

    private final Function<String, DatabaseAddress> addresses;
    private final String template;

    private TestServer(Function<String, DatabaseAddress> addresses) {
        this.addresses = addresses;
        this.template = "template_" + new Schema(addresses.apply("postgres")).fingerprint();
        prepareTemplate();
    }

    private static TestServer of(EmbeddedDatabase server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-database"));
        return new TestServer(server::address);
    }

    /** A server that somebody else starts and stops. */
    private static TestServer at(String url) {
        Matcher parts = Pattern.compile("(jdbc:postgresql://[^/]+/)postgres\\?user=([^&]+)&password=([^&]+)")
                .matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    OTHER + ": jdbc:postgresql://HOST:PORT/postgres?user=SUPERUSER&password=PASSWORD");
        }
        String password = parts.group(3);
        Map<DatabaseRole, String> roles = new EnumMap<>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            roles.put(role, password);
        }
        return new TestServer(
                database -> new DatabaseAddress(parts.group(1) + database, parts.group(2), password, roles));
    }

    static TestServer get() {
        return INSTANCE;
    }

    /** Makes a database that nobody else uses, a copy of the migrated template. */
    DatabaseAddress create() {
        String name = "t_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + template + " strategy file_copy");
        return addresses.apply(name);
    }

    /**
     * The same, where every statement is prepared when it is first asked and planned once: classes ask the same few hundred
     * questions again and again, and to plan each anew was a fifth of the server's work.
     */
    DatabaseAddress createPlannedOnce() {
        DatabaseAddress made = create();
        execute("alter database " + name(made) + " set plan_cache_mode = force_generic_plan");
        return new DatabaseAddress(
                made.jdbcUrl() + PREPARED_AT_ONCE, made.adminUser(), made.adminPassword(), made.rolePasswords());
    }

    /** An empty database, for tests of the migrations themselves. */
    DatabaseAddress createEmpty() {
        String name = "t_" + COUNT.incrementAndGet();
        execute("create database " + name);
        return addresses.apply(name);
    }

    void drop(DatabaseAddress address) {
        execute("drop database " + name(address) + " with (force)");
    }

    private static String name(DatabaseAddress address) {
        return address.jdbcUrl().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private static TestServer start() {
        String other = System.getProperty(OTHER);
        if (other != null) {
            return at(other);
        }
        Path target = topmostProject(Path.of("").toAbsolutePath()).resolve("target");
        for (int n = 1; n <= MOST_AT_ONCE; n++) {
            try {
                Path data = target.resolve("test-postgres-" + n);
                return of(EmbeddedDatabase.start(data, Durability.THROW_AWAY));
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
            new Schema(addresses.apply("t_template")).migrate();
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
        DatabaseAddress address = addresses.apply("postgres");
        return DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
    }
}
