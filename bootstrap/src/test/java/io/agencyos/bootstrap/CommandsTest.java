package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.bootstrap.bench.SystemBenchmarks;
import io.agencyos.bootstrap.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line as a person meets it, on an embedded database of its own. */
@Order(1) // long: with the first
class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void asBehindTheLauncher() {
        MigratedData.forFirstStarts();
    }

    @Test // the design, section 5
    void a_new_machine_is_examined_migrated_and_found_well(@TempDir Path data) {
        // a server on which nothing was ever migrated, as the first look finds it where nothing is prepared
        EmbeddedDatabase.start(data.resolve("postgres")).close();
        assertThat(run(data, "doctor")).as(err.toString()).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("embedded PostgreSQL, its schema is brought up to date by the next start")
                .doesNotContain("FAULT", "clock");

        assertThat(run(data, "migrate")).isZero();
        assertThat(run(data, "migrate")).as("again").isZero();

        out.getBuffer().setLength(0);
        assertThat(run(data, "doctor")).isZero();
        assertThat(out.toString()).contains("schema up to date").doesNotContain("FAULT");
    }

    @Test // issue: agency-os import FILE --client NAME
    void the_shipped_file_is_imported_scored_repeated_without_effect_and_taken_back(@TempDir Path folder)
            throws IOException {
        Path data = folder.resolve("data");
        MigratedData.into(data);
        Path file = folder.resolve("leads.csv");
        try (InputStream shipped = Main.class.getResourceAsStream("/demo/leads-apollo-2000.csv")) {
            Files.copy(java.util.Objects.requireNonNull(shipped), file);
        }
        assertThat(run(data, "import", file.toString(), "--client", "Northlight"))
                .as("no such client")
                .isEqualTo(2);
        assertThat(run(data, "client", "add", "Northlight")).isZero();

        assertThat(run(data, "import", file.toString(), "--client", "Northlight"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("2,000 rows:", "tiers: hot");
        assertThat(folder.resolve("leads.csv.rejects.csv")).content().startsWith("line,result,column,code,reason");
        String undo = out.toString()
                .lines()
                .filter(line -> line.contains("--undo"))
                .findFirst()
                .orElseThrow();

        out.getBuffer().setLength(0);
        assertThat(run(data, "import", file.toString(), "--client", "northlight"))
                .isZero();
        assertThat(out.toString()).contains(" 0 created, 0 updated");

        assertThat(run(data, "import", "--client", "Northlight", "--undo", undo.substring(undo.lastIndexOf(' ') + 1)))
                .isZero();
        assertThat(out.toString()).contains("leads removed, 0 restored, 0 kept");
    }

    @Test
    void bad_files_and_mappings_are_named(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        MigratedData.into(data);
        Path file = folder.resolve("colours.csv");
        Files.writeString(file, "Colour\nred\n");
        assertThat(run(data, "client", "add", "Northlight")).isZero();

        assertThat(run(data, "import", file.toString(), "--client", "Northlight"))
                .isEqualTo(2);
        assertThat(run(data, "import", folder.resolve("none.csv").toString(), "--client", "Northlight"))
                .isEqualTo(2);
        assertThat(run(data, "import", file.toString(), "--client", "Northlight", "--map", "Colour=shade"))
                .isEqualTo(2);
        assertThat(run(data, "import", file.toString(), "--client", "Northlight", "--preview"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("no column is an e-mail", "none.csv is not there", "A lead has no member shade");
        assertThat(out.toString()).contains("(ignored)");

        Files.writeString(file, "Email\n");
        out.getBuffer().setLength(0);
        assertThat(run(data, "import", file.toString(), "--client", "Northlight"))
                .isZero();
        assertThat(out.toString())
                .contains("The file has no rows below its header.", "Nothing was imported.")
                .doesNotContain("take it back");

        Files.writeString(file, "\u001b]0;mine\u0007,\u0000\nred,blue\n");
        assertThat(run(data, "import", file.toString(), "--client", "Northlight"))
                .isEqualTo(2);
        assertThat(err.toString().replaceAll("\\R", "")).doesNotContainPattern("\\p{Cntrl}");
    }

    @Test // api 2: no default account; a password is never an argument
    void people_are_added_listed_and_given_new_passwords(@TempDir Path data) throws IOException {
        MigratedData.into(data);
        String[] sam = {"user", "add", "sam@northlight.example", "--client", "Northlight", "--role", "owner"};
        assertThat(run(data, sam)).as("no such client").isEqualTo(2);
        assertThat(run(data, "client", "add", "Northlight")).isZero();

        assertThat(typing("short", data, sam)).as("weak").isEqualTo(2);
        assertThat(typing("correct horse battery staple", data, sam))
                .as(err.toString())
                .isZero();
        assertThat(typing("correct horse battery staple", data, sam))
                .as("again")
                .isEqualTo(1);
        assertThat(run(data, "user", "add", "sam", "--client", "Northlight", "--role", "owner"))
                .isEqualTo(2);
        assertThat(run(data, "user", "add", "kim@northlight.example", "--client", "Northlight", "--role", "worker"))
                .isEqualTo(2);
        out.getBuffer().setLength(0);
        assertThat(run(data, "user", "list", "--client", "northlight")).isZero();
        assertThat(out.toString()).startsWith("sam@northlight.example  (owner, ");

        assertThat(typing("another horse another staple", data, "user", "reset-password", "sam@northlight.example"))
                .isZero();
        assertThat(typing("another horse another staple", data, "user", "reset-password", "kim@northlight.example"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("sign-ins ended: 0", "Nobody has the address kim@northlight.example");
        assertThat(err.toString())
                .contains(
                        "there is no client Northlight",
                        "at least 12 characters",
                        "exactly one @",
                        "worker is none of");
        assertThat(out.toString() + err).doesNotContain("horse");
        assertThat(data.resolve("installation.key")).exists();

        Files.delete(data.resolve("installation.key"));
        assertThat(run(data, "user", "list", "--client", "Northlight"))
                .as("a lost secret is not replaced")
                .isEqualTo(1);
        assertThat(err.toString()).contains("installation.key is missing");
    }

    @Test // the design, section 5: agency-os bench; no timing makes it fail
    void the_machine_is_measured_beside_a_baseline_and_the_product_s_data_is_left_alone(@TempDir Path folder) {
        Path data = folder.resolve("data");

        assertThat(run(data, "bench", "--rows", "50")).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains(" cores, ", "generated 50 rows", "imported 50 rows")
                .containsPattern(
                        "import +[\\d,]+ rows/s +\\d+\\.\\d{3} +>= 0\\.20 +COPY of its leads .*, [\\d,]+ rows/s")
                .containsPattern("list, newest +p95 \\d+\\.\\d ms +< 50 ms +median")
                .containsPattern(
                        "api, one lead +[\\d,]+ req/s, p99 .* >= 0\\.7 +the same statements by a bare Javalin handler")
                .containsPattern("webhook intake +[\\d,]+ req/s .* >= 0\\.8 +one INSERT by a bare Javalin handler")
                .containsPattern("outreach +[\\d,]+ touches/s .* >= 0\\.5 +[\\d,]+ commits/s of a pgbench-like")
                .containsPattern("gates of a touch +\\d+\\.\\d\\d us")
                .containsPattern("rescore +[\\d,]+ leads/s +\\d+\\.\\d{2} x +<= 2\\.0 x +one UPDATE of the same leads")
                .containsPattern("assign +[\\d,]+ leads/s +\\d+\\.\\d{2} x +<= 2\\.0 x +4 x FOR UPDATE SKIP LOCKED")
                .containsPattern("score +[\\d,]+ leads/s +>= 2 M leads/s +every row's exact points .*bytes a lead");
        assertThat(data).doesNotExist();
    }

    @Test
    void what_cannot_be_measured_is_refused(@TempDir Path data) {
        assertThat(run(data, "bench", "--only", "lunch")).isEqualTo(2);
        assertThat(run(data, "bench", "--rows", "5")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--only: import, lists, api, outreach, rescore, assign, score, gates, learning",
                        "--rows: 10 to 1000000");
    }

    @Test // issue 2 section 1: sub-commands with help
    void every_command_says_how_it_is_used(@TempDir Path data) {
        CommandLine all = Main.commandLine(
                Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString())).orElseThrow());

        assertThat(all.getSubcommands().keySet())
                .startsWith("demo", "serve")
                .contains("demo", "serve", "migrate", "import", "doctor", "config", "openapi", "user", "bench");
        helped(data, all, List.of());
        assertThat(run(data, "bench", "--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .as("every measurement that there is")
                .contains(String.join(", ", new SystemBenchmarks().names()));
    }

    @Test
    void the_readme_names_every_command(@TempDir Path data) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        CommandLine all = Main.commandLine(
                Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString())).orElseThrow());

        assertThat(all.getSubcommands().entrySet().stream()
                        .filter(command -> !command.getValue()
                                .getCommandSpec()
                                .usageMessage()
                                .hidden())
                        .map(Map.Entry::getKey))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(readme).containsPattern("(?m)^\\|.*`" + name + "[` ].*\\|$"));
    }

    private void helped(Path data, CommandLine command, List<String> words) {
        String[] asked = Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new);
        out.getBuffer().setLength(0);
        assertThat(run(data, asked)).as(String.join(" ", asked)).isZero();
        assertThat(out.toString()).startsWith("Usage: agency-os " + String.join(" ", words));
        for (String line : command.getCommandSpec().usageMessage().description()) {
            assertThat(line)
                    .as("the list of commands shows the first line alone")
                    .endsWith(".");
            assertThatCode(() -> line.formatted()).as(line).doesNotThrowAnyException();
        }
        command.getSubcommands()
                .forEach((name, sub) -> helped(
                        data,
                        sub,
                        Stream.concat(words.stream(), Stream.of(name)).toList()));
    }

    /** Runs a command with the password in the environment. */
    private int typing(String password, Path data, String... args) {
        return run(Map.of("AGENCYOS_DATA_DIR", data.toString(), "AGENCYOS_USER_PASSWORD", password), args);
    }

    @Test // api 2: no default account; where people sign in elsewhere the first of the staff is named here, once
    void the_first_of_the_staff_is_named_where_people_sign_in_elsewhere(@TempDir Path data) throws IOException {
        MigratedData.into(data);
        String[] kim = {"user", "first-staff", "kim@agency.example", "--subject", "subject-1"};
        Map<String, String> outside = Map.of(
                "AGENCYOS_DATA_DIR",
                data.toString(),
                "AGENCYOS_AUTH_ISSUER",
                "https://sign-in.example",
                "AGENCYOS_AUTH_AUDIENCE",
                "agency-os");

        assertThat(run(data, kim)).as("people sign in here").isEqualTo(2);
        assertThat(run(outside, "user", "first-staff", "kim", "--subject", "subject-1"))
                .isEqualTo(2);
        assertThat(run(outside, kim)).as(err.toString()).isZero();
        assertThat(run(outside, kim)).as("again").isEqualTo(1);
        assertThat(out.toString()).contains("Of the staff from now on: kim@agency.example", "There is staff already");
    }

    @Test
    void the_configuration_in_force_is_shown(@TempDir Path data) {
        assertThat(run(data, "config")).isZero();
        assertThat(out.toString()).contains("AGENCYOS_DATA_DIR = " + data);
    }

    @Test
    void a_command_that_does_not_exist_is_wrong_usage(@TempDir Path data) {
        assertThat(run(data, "fly")).isEqualTo(2);
        assertThat(err.toString()).contains("fly");
    }

    @Test
    void a_mistake_in_the_configuration_ends_before_anything_is_started() {
        assertThat(Main.run(Map.of("AGENCYOS_NONSENSE", "1"), "migrate")).isEqualTo(2);
    }

    private int run(Path data, String... args) {
        return run(Map.of("AGENCYOS_DATA_DIR", data.toString()), args);
    }

    private int run(Map<String, String> environment, String... args) {
        Settings settings = Settings.read(environment).orElseThrow();
        CommandLine line = Main.commandLine(settings);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }
}
