package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.ProviderBook;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The API where an identity provider outside signs people in. Source: api 2; supabase-auth 1, 4. */
class OutsideSignInRoutesTest {

    private static final ProviderBook PROVIDER = new ProviderBook(() -> Leadbook.MONDAY);
    private static final ApiUnderTest API =
            ApiUnderTest.signedInOutside(world -> world.outside(PROVIDER), AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    private static Caller lee(String session) {
        PROVIDER.knows("lee", Leadbook.email("lee@agency.example"), true, "Bright");
        return API.bearer(PROVIDER.token("lee", session, false).reveal());
    }

    @Test // supabase-auth contract test 5: no membership in the tenant of the route, 404
    void a_person_is_made_at_the_first_request_and_enters_only_the_own_client() {
        Answer me = lee("one").get("/api/v1/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("/email")).isEqualTo("lee@agency.example");
        assertThat(me.at("/memberships/0/role")).isEqualTo("owner");
        assertThat(lee("one")
                        .get("/api/v1/clients/" + me.at("/memberships/0/client_id"))
                        .at("/name"))
                .isEqualTo("Bright");
        assertThat(lee("one").get("").status()).as("somebody else's client").isEqualTo(404);
    }

    @Test // api 2: logout, sessions; the local revocation list
    void a_sign_in_that_is_ended_here_is_over() {
        assertThat(lee("two").post("/api/v1/auth/logout").status()).isEqualTo(204);

        assertThat(lee("two").get("/api/v1/me").code()).isEqualTo("token_invalid");
        assertThat(lee("three").get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test // api 2: its routes then answer 404 embedded_auth_disabled
    void the_products_own_sign_in_is_not_there() {
        List<Route<?, ?>> own = API.api().routes().stream()
                .filter(route -> route.has(Route.Flag.EMBEDDED_SIGN_IN))
                .toList();

        assertThat(own)
                .extracting(Route::path)
                .contains("/api/v1/auth/login", "/api/v1/auth/signup", "/api/v1/me/password");
        assertThat(own).hasSize(15).allSatisfy(route -> {
            assertThat(route.method()).isEqualTo(Method.POST);
            Answer answer = lee("four").post(route.path().replace("{token}", "t"), "{}");
            assertThat(answer.code()).as(route.path()).isEqualTo("embedded_auth_disabled");
            assertThat(answer.status()).isEqualTo(404);
        });
    }

    @Test // api 2: 403 email_unverified
    void an_address_that_is_not_proved_is_told_so() {
        PROVIDER.knows("kim", Leadbook.email("kim@agency.example"), false, null);

        Answer refused =
                API.bearer(PROVIDER.token("kim", "one", false).reveal()).get("/api/v1/me");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("email_unverified");
    }

    @Test // supabase-auth 1: 503 with Retry-After: 30
    void a_provider_that_is_away_is_told_as_such() {
        ProviderBook away = new ProviderBook(() -> Leadbook.MONDAY);
        away.goAway();
        try (ApiUnderTest other = ApiUnderTest.signedInOutside(
                world -> world.outside(away), world -> List.of(new AccountRoutes(world.accounts)))) {
            Answer answer = other.bearer("any").get("/api/v1/me/sessions");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).contains("30");
        }
    }
}
