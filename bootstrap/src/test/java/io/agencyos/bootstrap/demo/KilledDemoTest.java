package io.agencyos.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.bootstrap.Eventually;
import io.agencyos.bootstrap.Main;
import io.agencyos.bootstrap.MigratedData;
import io.agencyos.bootstrap.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the demonstration's process and what the next start finds, and a request to end. Source: issue 2 section 6. */
@Order(1) // long: with the first
class KilledDemoTest {

    private static final String SENT = "/contacts\"";
    private static final int SIGTERM = 15;

    @TempDir
    Path folder;

    @Test
    void killed_twice_in_the_middle_of_sending_it_ends_with_every_promise_kept() throws Exception {
        Path leads = DemoFolder.someLeads(folder, 150);
        DemoFolder demo = new DemoFolder(folder.resolve("data"));

        killedAfter(12, demo, leads);
        Path state = demo.home().resolve("state.properties");
        Optional<Integer> vendors = DemoState.read(state).vendors();
        killedAfter(70, demo, leads);

        assertThat(DemoState.read(state).vendors())
                .as("accounts that name the vendors' place find them there")
                .isPresent()
                .isEqualTo(vendors);

        Terminal last = new Terminal(demo.data());
        try (ServerSocket _ = new ServerSocket(vendors.orElseThrow(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(last.run("demo", "--days", "2", "--exit"))
                    .as(last.err() + last.out())
                    .isZero();
        }
        assertThat(last.out()).doesNotContain("Setting up", "Importing", "BROKEN");
        Ledger ledger = demo.ledger();
        Optional<Integer> elsewhere = DemoState.read(state).vendors();
        assertThat(elsewhere).isPresent().isNotEqualTo(vendors);
        assertThat(seatAccounts(demo))
                .as("whose place another program has taken is named where it is now")
                .isNotEmpty()
                .allSatisfy(at -> assertThat(at).contains(":" + elsewhere.orElseThrow() + "/"));
        List<long[]> steps = DemoFolder.steps(last.out());
        assertThat(ledger.doubleContacts()).isEmpty();
        assertThat(ledger.contactsAfterStop(DemoFolder.grace())).isEmpty();
        assertThat(steps)
                .hasSize(2)
                .allSatisfy(step -> assertThat(step[0]).isEqualTo(step[1] + step[2] + step[3] + step[4]));
        assertThat(steps.stream().mapToLong(step -> step[1]).sum())
                .isEqualTo(DemoFolder.emails(ledger).size())
                .isGreaterThan(70);
    }

    /** Where the accounts of the network are; nobody may be running in the folder. */
    private static List<String> seatAccounts(DemoFolder demo) throws SQLException {
        List<String> places = new ArrayList<>();
        try (EmbeddedDatabase server =
                EmbeddedDatabase.start(demo.home().resolve("postgres"), EmbeddedDatabase.Durability.SURVIVES_KILLS)) {
            DatabaseAddress address = server.address("postgres");
            try (Connection database = DriverManager.getConnection(
                            address.jdbcUrl(), address.adminUser(), address.adminPassword());
                    ResultSet rows = database.createStatement()
                            .executeQuery("select account_ref from app.client_integration where vendor = 'unipile'")) {
                while (rows.next()) {
                    places.add(rows.getString(1));
                }
            }
        }
        return places;
    }

    @Test
    void asked_to_end_while_days_pass_it_stops_its_database_first() throws Exception {
        DemoFolder demo = new DemoFolder(folder.resolve("data"));
        // with nothing prepared: such a start makes and migrates its own database
        Process process = start(demo, DemoFolder.someLeads(folder, 60), List.of());
        try {
            Eventually.holds("an e-mail at the vendor", () -> taken(demo.world()) > 0 || !process.isAlive());
            Path server = demo.home().resolve("postgres/postmaster.pid");
            assertThat(server).exists();

            process.destroy();

            assertThat(process.waitFor()).as("ended by the signal").isEqualTo(128 + SIGTERM);
            assertThat(server).as("the server said goodbye").doesNotExist();
            assertThat(DemoState.read(demo.home().resolve("state.properties")).isFinished(2))
                    .as("the next start goes on")
                    .isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts the demonstration and kills it as soon as the vendor has taken so many e-mails, whatever it is doing then. */
    private static void killedAfter(int emails, DemoFolder demo, Path leads) throws Exception {
        Process process = start(demo, leads, List.of("-Dagencyos.prepared=" + MigratedData.forFirstStarts()));
        try {
            Eventually.holds(
                    emails + " e-mails at the vendor", () -> taken(demo.world()) >= emails || !process.isAlive());
            assertThat(readiness(demo))
                    .as("nobody stays signed in while days pass")
                    .isEqualTo(503);
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as("it was in the middle").isNotZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static int readiness(DemoFolder demo) throws IOException, InterruptedException {
        try (HttpClient anybody = HttpClient.newHttpClient()) {
            return anybody.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + demo.port() + "/api/v1/health/ready"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static Process start(DemoFolder demo, Path leads, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "demo",
                "--leads",
                leads.toString(),
                "--days",
                "2",
                "--exit"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(key -> key.startsWith("AGENCYOS_"));
        builder.environment().put("AGENCYOS_DATA_DIR", demo.data().toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        demo.data().resolveSibling("killed.log").toFile()))
                .start();
    }

    private static long taken(Path world) {
        if (!Files.exists(world)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(world)) {
            return lines.filter(line -> line.contains("\"PUT\"") && line.contains(SENT))
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
