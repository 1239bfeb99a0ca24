package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.platform.HealthCheck.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: api 9.1. */
class HealthRoutesTest {

    @Test // api 9.1
    void readiness_follows_the_critical_parts() {
        HealthCheck database = new HealthCheck("database", true, Finding::operational);
        HealthCheck gone = new HealthCheck("database", true, () -> Finding.down("no connection"));
        HealthCheck relay = new HealthCheck("mail relay", false, () -> Finding.down("refused"));

        assertThat(ready(List.of(database)).at("/status")).isEqualTo("ready");
        assertThat(ready(List.of(database, relay)).at("/status")).isEqualTo("degraded");
        Answer broken = ready(List.of(gone, relay));
        assertThat(broken.status()).isEqualTo(503);
        assertThat(broken.at("/status")).isEqualTo("not_ready");
        assertThat(broken.at("/components/0/message")).isEqualTo("no connection");
    }

    private static Answer ready(List<HealthCheck> checks) {
        try (ApiUnderTest api = ApiUnderTest.with(world -> List.of(new HealthRoutes("1", checks)))) {
            return api.anonymous().get("/api/v1/health/ready");
        }
    }
}
