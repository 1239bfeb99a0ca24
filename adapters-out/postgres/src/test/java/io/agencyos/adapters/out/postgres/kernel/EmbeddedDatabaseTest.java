package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase.Durability;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server through everything that happens to a process. Source: issue 2 sections 2 and 6, DESIGN 5. */
@Order(1) // long: with the first
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void data_survives_a_restart_on_another_port_and_nothing_is_left_running() throws SQLException {
        long first;
        try (EmbeddedDatabase server = start()) {
            first = server.pid();
            run(server, "create table kept (n int)");
            run(server, "insert into kept values (42)");
        }
        assertThat(alive(first)).isFalse();

        try (EmbeddedDatabase server = start()) {
            assertThat(read(server, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void real_data_is_flushed_to_the_disk() throws SQLException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("data"))) {
            assertThat(read(server, "show fsync")).isEqualTo("on");
            assertThat(read(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(read(server, "show full_page_writes")).isEqualTo("on");
            assertThat(read(server, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test // a killed process costs nothing that was committed, so a commit reaches the system before it is told
    void a_demonstration_plans_a_statement_once_a_connection_and_commits_into_the_hands_of_the_system()
            throws SQLException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("data"), Durability.SURVIVES_KILLS)) {
            assertThat(read(server, "show fsync")).isEqualTo("off");
            assertThat(read(server, "show synchronous_commit")).isEqualTo("on");
            try (Connection connection = connect(server);
                    Statement asked = connection.createStatement()) {
                assertThat(planned(asked)).isEqualTo("0 0");
                try (var twice = connection.prepareStatement("select 1 where 1 = ?")) {
                    for (int i = 0; i < 2; i++) {
                        twice.setInt(1, i);
                        twice.executeQuery().close();
                    }
                    assertThat(planned(asked))
                            .as("generic, and never for single values")
                            .isEqualTo("2 0");
                }
            }
        }
    }

    private static String planned(Statement asked) throws SQLException {
        try (ResultSet result = asked.executeQuery(
                "select coalesce(sum(generic_plans), 0) || ' ' || coalesce(sum(custom_plans), 0) from"
                        + " pg_prepared_statements where statement like 'select 1 where%'")) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void the_server_listens_on_loopback_only_and_wants_a_password() throws SQLException {
        try (EmbeddedDatabase server = start()) {
            assertThat(read(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            DatabaseAddress address = server.address("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(address.toString()).doesNotContain(address.adminPassword());
        }
    }

    @Test
    void a_second_server_on_the_same_directory_is_refused_with_what_to_do() {
        try (EmbeddedDatabase server = start()) {
            assertThat(server.pid()).isPositive();
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseInUse.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("AGENCYOS_DATABASE_URL");
        }
    }

    @Test
    void a_second_process_is_refused_and_after_the_first_is_killed_its_server_is_taken_over()
            throws IOException, InterruptedException, SQLException {
        Process other = otherProcess();
        try (BufferedReader output = other.inputReader()) {
            long orphan = Long.parseLong(output.readLine().strip());
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseInUse.class)
                    .hasMessageContaining("process " + other.pid());

            other.destroyForcibly().waitFor();
            assertThat(alive(orphan)).isTrue();

            try (EmbeddedDatabase server = start()) {
                assertThat(alive(orphan)).isFalse();
                assertThat(read(server, "select n from written_before_the_kill"))
                        .isEqualTo("7");
            }
        } finally {
            other.destroyForcibly();
        }
    }

    private Process otherProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void a_left_over_pid_file_whose_number_belongs_to_somebody_else_does_no_harm() throws IOException, SQLException {
        start().close();
        long somebody = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("data/postmaster.pid"), somebody + "\n/elsewhere\n0\n5432\n\n\n\nready\n");

        try (EmbeddedDatabase server = start()) {
            assertThat(read(server, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_server_that_is_killed_comes_back_by_itself_with_what_was_committed()
            throws IOException, InterruptedException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("data"));
                PostgresDatabase database = PostgresDatabase.migrateAndOpen(server.address("postgres"))) {
            UnitOfWork units = database.unitOfWork();
            TenantScope scope = TenantScope.worker(new ClientId(UUID.randomUUID()));
            units.inTenant(
                    scope,
                    () -> Db.update("insert into sync_cursor (client_id, source, account_ref) values (:client, 'mail',"
                                    + " 'a')")
                            .bind("client", Db.client())
                            .execute());
            long killed = server.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            ProcessHandle.of(killed).ifPresent(gone -> gone.onExit().join());

            // a connection of the old server may answer until its process notices that its parent is gone
            long restarted = eventually(() -> {
                if (server.pid() == killed) {
                    throw new StorageUnavailable("not started again yet", new IOException("the same process"));
                }
                return server.pid();
            });
            assertThat(eventually(() -> units.inTenant(
                            scope,
                            () -> Db.query("select account_ref from sync_cursor")
                                    .mapTo(String.class)
                                    .list())))
                    .containsExactly("a");
            assertThat(restarted).isNotEqualTo(killed);
        }
    }

    @Test
    void a_stopped_database_is_storage_unavailable_within_seconds_and_no_start_up_error() {
        DatabaseAddress nobody = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "x", "x", Map.of());

        assertThatThrownBy(() -> PostgresDatabase.open(nobody))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void a_directory_that_holds_something_else_is_left_alone() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("thesis.txt"), "mine");

        assertThatThrownBy(this::start).isInstanceOf(StorageUnavailable.class).hasMessageContaining(data.toString());
        assertThat(data.resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void an_external_database_is_migrated_by_an_ordinary_administrator_who_may_create_roles() throws SQLException {
        try (EmbeddedDatabase server = start()) {
            run(server, "create role operator login password 'secret' createrole");
            run(server, "create database agency owner operator");
            DatabaseAddress external = new DatabaseAddress(
                    server.address("agency").jdbcUrl(),
                    "operator",
                    "secret",
                    Map.of(DatabaseRole.APP, "one", DatabaseRole.WORKER, "two", DatabaseRole.PLATFORM, "it's three"));

            try (PostgresDatabase database = PostgresDatabase.migrateAndOpen(external)) {
                assertThat(database.unitOfWork()
                                .<Integer>onPlatform(() -> Db.query("select count(*) from plan")
                                        .mapTo(Integer.class)
                                        .one()))
                        .isEqualTo(3);
            }
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder.resolve("data"), Durability.THROW_AWAY);
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** What the work yields as soon as the database answers again; a minute at most. */
    private static <T> T eventually(Supplier<T> work) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            try {
                return work.get();
            } catch (StorageUnavailable notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static void run(EmbeddedDatabase server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(EmbeddedDatabase server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static Connection connect(EmbeddedDatabase server) throws SQLException {
        DatabaseAddress address = server.address("postgres");
        return DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
    }

    /** Starts the server of a directory, writes a row, says the server's process id and waits to be killed. */
    static final class OtherProcess {

        private OtherProcess() {}

        public static void main(String[] args) throws SQLException, InterruptedException {
            EmbeddedDatabase server = EmbeddedDatabase.start(Path.of(args[0]), Durability.THROW_AWAY);
            for (String sql : List.of(
                    "create table written_before_the_kill (n int)", "insert into written_before_the_kill values (7)")) {
                run(server, sql);
            }
            System.out.println(server.pid());
            Thread.currentThread().join();
        }
    }
}
