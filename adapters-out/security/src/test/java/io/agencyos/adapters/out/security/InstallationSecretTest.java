package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source: api 7. */
class InstallationSecretTest {

    @Test // generated 256-bit file, mode 0600
    void it_is_written_for_its_owner_only_and_read_back(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data").resolve("installation.key");
        InstallationSecret secret = InstallationSecret.random(new Chance());

        secret.write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).singleElement().asString().hasSize(64);
        assertThat(InstallationSecret.read(file).fingerprint()).isEqualTo(secret.fingerprint());
        assertThatThrownBy(() -> InstallationSecret.random(new Chance()).write(file))
                .as("an existing one is never replaced")
                .isInstanceOf(UncheckedIOException.class);
        assertThat(InstallationSecret.read(file).fingerprint()).isEqualTo(secret.fingerprint());
    }

    @Test
    void a_file_that_others_can_read_or_that_is_damaged_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("installation.key");
        InstallationSecret.random(new Chance()).write(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> InstallationSecret.read(file))
                .isInstanceOf(InstallationSecretUnusable.class)
                .hasMessageContaining("chmod 600");

        Files.writeString(file, "too short");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> InstallationSecret.read(file))
                .isInstanceOf(InstallationSecretUnusable.class)
                .hasMessageNotContaining("too short");
    }

    @Test // HKDF-SHA-256 (RFC 5869) without salt; the pinned value was computed apart from this program
    void each_purpose_has_a_key_of_its_own_that_never_changes() {
        InstallationSecret secret = InstallationSecret.of("00".repeat(31) + "01");

        assertThat(secret.deriveText("a")).isEqualTo(secret.deriveText("a")).isNotEqualTo(secret.deriveText("b"));
        assertThat(secret.deriveText("a"))
                .isNotEqualTo(InstallationSecret.of("00".repeat(31) + "02").deriveText("a"));
        assertThat(HexFormat.of().formatHex(secret.derive("a", "AES").getEncoded()))
                .isEqualTo(secret.deriveText("a"))
                .hasSize(64);
        assertThat(secret.deriveText("platform-suppression-salt/1"))
                .isEqualTo("dd2e97add51ba6b57ce0dc61c99db01dff590e9bdd6fadeb387b6b109498a904");
        assertThat(secret).hasToString("***");
    }
}
