package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.bootstrap.config.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line as a person meets it, on an embedded database of its own. */
class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test // the design, section 5
    void a_new_machine_is_examined_migrated_and_found_well(@TempDir Path data) {
        assertThat(run(data, "doctor")).as(err.toString()).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("FAULT database", "run: agency-os migrate");

        assertThat(run(data, "migrate")).isZero();
        assertThat(run(data, "migrate")).as("again").isZero();

        out.getBuffer().setLength(0);
        assertThat(run(data, "doctor")).isZero();
        assertThat(out.toString()).contains("schema up to date").doesNotContain("FAULT");
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
        Settings settings =
                Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString())).orElseThrow();
        CommandLine line = Main.commandLine(settings);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }
}
