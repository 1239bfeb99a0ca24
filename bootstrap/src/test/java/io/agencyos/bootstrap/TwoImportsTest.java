package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes with one external database. Source: issue 2 section 6. */
class TwoImportsTest {

    private static final int ROWS = 300;
    private static final Pattern CREATED =
            Pattern.compile(ROWS + " rows: (\\d+) created, 0 updated, (\\d+) duplicates");

    @TempDir
    Path folder;

    @Test
    void two_processes_import_one_file_at_once_and_every_lead_is_there_once() throws Exception {
        MigratedData.into(folder);
        try (EmbeddedDatabase server =
                EmbeddedDatabase.start(folder.resolve("postgres"), EmbeddedDatabase.Durability.THROW_AWAY)) {
            DatabaseAddress address = server.address("postgres");
            Map<String, String> external = Map.of(
                    "AGENCYOS_DATABASE_URL", address.jdbcUrl(),
                    "AGENCYOS_DATABASE_USER", address.adminUser(),
                    "AGENCYOS_DATABASE_PASSWORD", address.adminPassword(),
                    "AGENCYOS_DATABASE_ROLE_PASSWORD", address.adminPassword());
            Terminal desk = new Terminal(home());
            assertThat(desk.run(external, "client", "add", "Northlight"))
                    .as(desk.err())
                    .isZero();

            Process one = start("one", external);
            Process other = start("other", external);
            assertThat(one.waitFor()).as(said("one")).isZero();
            assertThat(other.waitFor()).as(said("other")).isZero();

            Matcher first = counted("one");
            Matcher second = counted("other");
            int made = Integer.parseInt(first.group(1)) + Integer.parseInt(second.group(1));
            assertThat(made).isGreaterThan(ROWS * 9 / 10);
            assertThat(leads(address)).isEqualTo(made);
            assertThat(Integer.parseInt(first.group(2)) + Integer.parseInt(second.group(2)))
                    .as("what one had made, the other knew again")
                    .isGreaterThanOrEqualTo(made);
        }
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Process start(String name, Map<String, String> external) throws IOException {
        Path file = folder.resolve(name + ".csv");
        try (InputStream shipped = Main.class.getResourceAsStream("/demo/leads-apollo-2000.csv")) {
            String all = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    file, String.join("\n", all.lines().limit(ROWS + 1L).toList()) + "\n");
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "import",
                file.toString(),
                "--client",
                "Northlight");
        builder.environment().keySet().removeIf(key -> key.startsWith("AGENCYOS_"));
        builder.environment().putAll(external);
        builder.environment().put("AGENCYOS_DATA_DIR", home().toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private String said(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    private Matcher counted(String name) throws IOException {
        Matcher counted = CREATED.matcher(said(name));
        assertThat(counted.find()).as(said(name)).isTrue();
        return counted;
    }

    private static int leads(DatabaseAddress address) throws SQLException {
        try (Connection database =
                        DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
                ResultSet rows = database.createStatement()
                        .executeQuery("select count(*), count(email_key) - count(distinct email_key),"
                                + " count(linkedin_key) - count(distinct linkedin_key) from app.lead")) {
            rows.next();
            assertThat(rows.getInt(2)).as("addresses that two leads have").isZero();
            assertThat(rows.getInt(3)).as("profiles that two leads have").isZero();
            return rows.getInt(1);
        }
    }
}
