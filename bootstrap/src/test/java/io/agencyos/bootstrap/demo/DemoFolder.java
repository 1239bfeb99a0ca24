package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of a demonstration as somebody finds it who looks into it from outside. */
record DemoFolder(Path data) {

    private static final Pattern STEPS = Pattern.compile(
            "kept    .*: ([\\d,]+) steps enrolled = ([\\d,]+) sent \\+ ([\\d,]+) refused \\+ ([\\d,]+) failed"
                    + " \\+ ([\\d,]+) pending");

    Path home() {
        return data.resolve("demo");
    }

    Path world() {
        return home().resolve("world.jsonl");
    }

    /** Where the one that runs in the folder answers. */
    int port() {
        return DemoState.read(home().resolve("state.properties")).port().orElseThrow();
    }

    /** Where its vendors answered last. */
    int vendors() {
        return DemoState.read(home().resolve("state.properties")).vendors().orElseThrow();
    }

    /** What names the client's account on the network of people; nobody may be running in the folder. */
    String network() {
        return asked("select string_agg(account_ref, ' ') from app.client_integration where vendor = 'unipile'");
    }

    /** How many of its rows lie in no partition of their own; nobody may be running in the folder. */
    String strays() {
        return asked("""
            select (select count(*) from app.activity_default) + (select count(*) from app.touch_default)
                   + (select count(*) from app.message_default) + (select count(*) from app.gate_check_default)
                   + (select count(*) from app.vendor_call_default) + (select count(*) from app.outbox_event_default)
                   + (select count(*) from app.audit_log_default) + (select count(*) from pool.pool_claim_event_default)
            """);
    }

    /**
     * The flows that came too late, broke, or wait for a time that nobody lives through; nobody may be running in the folder.
     */
    String lateOrBroken() {
        return asked("""
            select coalesce(string_agg(distinct concat_ws(' ', flow, status, last_error_code), ', '), '')
              from app.flow_run
             where status in ('failed', 'queued', 'dispatched', 'running') or outcome::text like '%misfire%'
            """);
    }

    /** The flows that did something; nobody may be running in the folder. */
    String succeeded() {
        return asked("select string_agg(distinct flow, ' ') from app.flow_run where status = 'succeeded'");
    }

    private String asked(String sql) {
        try (EmbeddedDatabase server =
                        EmbeddedDatabase.start(home().resolve("postgres"), EmbeddedDatabase.Durability.SURVIVES_KILLS);
                Connection connection = connect(server.address("postgres"));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
    }

    /** What the vendor really did; nobody may be running in the folder. */
    Ledger ledger() {
        InstantSource longAfter = InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));
        try (VendorSandbox sandbox =
                VendorSandbox.start(SandboxSettings.defaults().withDataFile(world()), longAfter)) {
            return sandbox.ledger();
        }
    }

    List<LedgerRow> emails() {
        return emails(ledger());
    }

    static List<LedgerRow> emails(Ledger ledger) {
        return ledger.rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.EMAIL)
                .toList();
    }

    /** Between saying stop and the last e-mail that was on its way already. Source: outreach 6.2. */
    static Duration grace() {
        return Duration.ofHours(1);
    }

    /** The first rows of the shipped file. */
    static Path someLeads(Path folder, int rows) throws IOException {
        try (InputStream shipped = DemoFolder.class.getResourceAsStream("/demo/leads-apollo-2000.csv")) {
            String all = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            Path file = folder.resolve("some-leads.csv");
            return Files.writeString(
                    file, String.join("\n", all.lines().limit(rows + 1L).toList()) + "\n");
        }
    }

    /** The closing line of each client: enrolled, sent, refused, failed, pending. */
    static List<long[]> steps(String summary) {
        return STEPS.matcher(summary)
                .results()
                .map(line -> new long[] {
                    number(line.group(1)),
                    number(line.group(2)),
                    number(line.group(3)),
                    number(line.group(4)),
                    number(line.group(5))
                })
                .toList();
    }

    /** The two figures of a line of the summary that begins with the label. */
    static long sum(String summary, String label) {
        Matcher line = Pattern.compile("(?m)^ *" + Pattern.quote(label) + " +([\\d,]+) +([\\d,]+)$")
                .matcher(summary);
        if (!line.find()) {
            throw new AssertionError("no line " + label + " in " + summary);
        }
        return number(line.group(1)) + number(line.group(2));
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
