package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.kernel.SeededRandom;
import io.agencyos.adapters.out.memory.platform.MemoryInstallationMark;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.adapters.out.security.InstallationSecretUnusable;
import io.agencyos.application.platform.secret.InstallationMark;
import io.agencyos.bootstrap.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source: api 7: wrong or missing master key → start-up fails. */
class InstallationTest {

    private static final String GIVEN = "0123456789abcdef".repeat(4);

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final InstallationMark mark = new MemoryInstallationMark(units);

    @Test
    void the_first_start_makes_the_secret_and_the_next_finds_it(@TempDir Path data) {
        InstallationSecret first = secret(settings(data), 1);

        assertThat(data.resolve("installation.key")).exists();
        assertThat(secret(settings(data), 2).fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void a_database_that_is_in_use_never_gets_a_second_secret(@TempDir Path data) throws IOException {
        secret(settings(data), 1);
        Files.delete(data.resolve("installation.key"));

        assertThatThrownBy(() -> secret(settings(data), 2))
                .isInstanceOf(InstallationSecretUnusable.class)
                .hasMessageContaining("is missing");
        assertThat(data.resolve("installation.key")).doesNotExist();
        assertThatThrownBy(() -> secret(given(data), 2))
                .isInstanceOf(InstallationSecretUnusable.class)
                .hasMessageContaining("another installation secret")
                .hasMessageNotContaining(GIVEN);
    }

    @Test
    void a_secret_of_the_settings_is_written_nowhere(@TempDir Path data) {
        assertThat(secret(given(data), 1).fingerprint())
                .isEqualTo(InstallationSecret.of(GIVEN).fingerprint());

        assertThat(data).isEmptyDirectory();
        assertThat(given(data).shown()).containsEntry("AGENCYOS_INSTALLATION_SECRET", "(set)");
    }

    private InstallationSecret secret(Settings settings, long seed) {
        return Installation.secret(settings, mark, units, new SeededRandom(seed));
    }

    private static Settings settings(Path data) {
        return Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString())).orElseThrow();
    }

    private static Settings given(Path data) {
        return Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString(), "AGENCYOS_INSTALLATION_SECRET", GIVEN))
                .orElseThrow();
    }
}
