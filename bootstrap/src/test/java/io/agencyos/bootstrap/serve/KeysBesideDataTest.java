package io.agencyos.bootstrap.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.bootstrap.config.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysBesideDataTest {

    private static Optional<String> warning(Map<String, String> environment) {
        return KeysBesideData.warning(Settings.read(environment).orElseThrow());
    }

    @Test // api 7: start-up warns when it is in the same backup path
    void a_secret_that_lies_beside_the_database_is_told_at_the_start() {
        String key = "0f".repeat(32);
        assertThat(warning(Map.of("AGENCYOS_DATA_DIR", "/srv/agency")))
                .hasValueSatisfying(said -> assertThat(said).contains("/srv/agency"));
        assertThat(warning(Map.of("AGENCYOS_INSTALLATION_SECRET", key))).isEmpty();
        assertThat(warning(Map.of("AGENCYOS_MASTER_KEY", key))).isEmpty();
        assertThat(warning(Map.of(
                        "AGENCYOS_DATABASE_URL", "jdbc:postgresql://db.example/agency",
                        "AGENCYOS_DATABASE_USER", "owner",
                        "AGENCYOS_DATABASE_PASSWORD", "a",
                        "AGENCYOS_DATABASE_ROLE_PASSWORD", "b")))
                .isEmpty();
    }
}
