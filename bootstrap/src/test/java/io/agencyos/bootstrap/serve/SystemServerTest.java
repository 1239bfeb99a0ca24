package io.agencyos.bootstrap.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.place.TwinSandbox;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the clients' twins of a server have their vendors. */
class SystemServerTest {

    private static final TwinSandbox OWN = TwinSandbox.at(URI.create("http://127.0.0.1:7071"));
    private static final Map<String, String> EXTERNAL = Map.of(
            "AGENCYOS_DATABASE_URL", "jdbc:postgresql://db.internal:5432/agency",
            "AGENCYOS_DATABASE_USER", "agency",
            "AGENCYOS_DATABASE_PASSWORD", "not-used-here",
            "AGENCYOS_DATABASE_ROLE_PASSWORD", "not-used-here-either",
            "AGENCYOS_INSTALLATION_SECRET", "00".repeat(32));

    private static Optional<URI> sandbox(Map<String, String> settings, boolean jobs) {
        return SystemServer.twins(Settings.read(settings).orElseThrow(), jobs, OWN)
                .address();
    }

    @Test
    void the_embedded_database_has_one_process_with_jobs_or_without() {
        assertThat(sandbox(Map.of(), true)).isEqualTo(OWN.address());
        assertThat(sandbox(Map.of(), false)).isEqualTo(OWN.address());
    }

    @Test
    void beside_others_at_an_external_database_there_is_none_that_was_not_named() {
        assertThat(sandbox(EXTERNAL, true)).as("as long as it counts one").isEqualTo(OWN.address());
        assertThat(sandbox(EXTERNAL, false)).isEmpty();
    }

    @Test
    void a_sandbox_that_is_named_serves_every_process() {
        Map<String, String> named = new HashMap<>(EXTERNAL);
        named.put("AGENCYOS_SANDBOX_URL", "http://sandbox.internal:7070");

        assertThat(sandbox(named, false)).contains(URI.create("http://sandbox.internal:7070"));
        assertThat(sandbox(named, true)).contains(URI.create("http://sandbox.internal:7070"));
    }
}
