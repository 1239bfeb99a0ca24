package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Keys as an operator changes them, on an embedded database. Source: api 7. */
class KeysCommandTest {

    private static final String GIVEN = "0123456789abcdef".repeat(4);
    private static final SealedPlace PLACE =
            new SealedPlace("client_secret", "ciphertext", "row", new ClientId(UUID.randomUUID()));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    @Test
    void a_new_master_key_wraps_everything_and_a_lost_one_ends_the_start() throws IOException {
        MigratedData.into(data);
        Map<String, String> plain = Map.of("AGENCYOS_DATA_DIR", data.toString());
        String sealed = sealed(plain, "a-vendor-key");
        Path file = data.resolve("master.key");
        assertThat(run(plain, "keys", "status")).isZero();
        assertThat(out.toString()).contains("data keys: 1 that seal, 0 retired");
        assertThat(file).doesNotExist();

        assertThat(run(plain, "keys", "rotate-master")).as(err.toString()).isZero();
        assertThat(run(plain, "keys", "rotate-master")).isZero();
        assertThat(out.toString()).contains("1 data keys are wrapped by the master key");
        assertThat(Files.readAllLines(file)).singleElement().asString().matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run(plain, "keys", "renew")).isZero();
        assertThat(out.toString()).contains("1 data keys retired, 0 stored secrets encrypted anew");
        assertThat(opened(plain, sealed)).isEqualTo("a-vendor-key");

        String key = Files.readString(file).strip();
        Files.delete(file);
        assertThat(run(plain, "keys", "status")).isEqualTo(1);
        assertThat(err.toString()).contains("master.key").doesNotContain(key);

        Map<String, String> given =
                Map.of("AGENCYOS_DATA_DIR", data.toString(), "AGENCYOS_MASTER_KEY", GIVEN + "," + key);
        assertThat(run(given, "keys", "rotate-master")).as(err.toString()).isZero();
        assertThat(file).as("a key of the settings is written nowhere").doesNotExist();
        assertThat(opened(Map.of("AGENCYOS_DATA_DIR", data.toString(), "AGENCYOS_MASTER_KEY", GIVEN), sealed))
                .isEqualTo("a-vendor-key");
    }

    @Test
    void a_damaged_master_key_is_named() {
        Map<String, String> damaged = Map.of("AGENCYOS_DATA_DIR", data.toString(), "AGENCYOS_MASTER_KEY", "abc");

        assertThat(run(damaged, "keys", "status")).isEqualTo(1);
        assertThat(err.toString())
                .contains("AGENCYOS_MASTER_KEY", "64 hexadecimal digits")
                .doesNotContain("abc");
    }

    private static String sealed(Map<String, String> environment, String plain) {
        try (Running running = Running.open(settings(environment), new SystemClock())) {
            return running.product().basis().sealer().sealText(plain, PLACE);
        }
    }

    private static String opened(Map<String, String> environment, String sealed) {
        try (Running running = Running.open(settings(environment), new SystemClock())) {
            return running.product().basis().sealer().openText(sealed, PLACE);
        }
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.read(environment).orElseThrow();
    }

    private int run(Map<String, String> environment, String... args) {
        CommandLine line = Main.commandLine(settings(environment));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }
}
