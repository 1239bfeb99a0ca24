package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
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

    @Test // api 1.8: client address and scheme from Forwarded/X-Forwarded-* only when the peer is in the proxy list
    void a_listed_proxy_says_who_asks_and_nobody_else_does() {
        HealthCheck database = new HealthCheck("database", true, Finding::operational);
        try (ApiUnderTest api = ApiUnderTest.behindProxy(world -> List.of(new HealthRoutes("1", List.of(database))))) {
            Caller caller = api.anonymous();
            assertThat(parts(caller)).as("the proxy's own machine").isOne();
            assertThat(parts(caller.with("Forwarded", "for=192.0.2.43"))).isZero();
            assertThat(parts(caller.with("X-Forwarded-For", "192.0.2.43"))).isZero();
            assertThat(parts(caller.with("X-Forwarded-For", "192.0.2.43").with("Forwarded", "for=127.0.0.1")))
                    .as("one of them was passed on unread")
                    .isZero();
            Answer plain = caller.with("X-Forwarded-Proto", "http").get("/api/v1/health/live");
            assertThat(plain.status()).isEqualTo(400);
            assertThat(plain.code()).isEqualTo("malformed_request");
        }
        try (ApiUnderTest api = ApiUnderTest.with(world -> List.of(new HealthRoutes("1", List.of(database))))) {
            assertThat(parts(api.anonymous().with("Forwarded", "for=192.0.2.43;proto=http")))
                    .as("anybody's word")
                    .isOne();
        }
    }

    private static int parts(Caller caller) {
        return caller.get("/api/v1/health/ready").json().at("/components").size();
    }

    private static Answer ready(List<HealthCheck> checks) {
        try (ApiUnderTest api = ApiUnderTest.with(world -> List.of(new HealthRoutes("1", checks)))) {
            return api.anonymous().get("/api/v1/health/ready");
        }
    }
}
