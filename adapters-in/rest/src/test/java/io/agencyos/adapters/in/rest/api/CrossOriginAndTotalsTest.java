package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CrossOriginAndTotalsTest {

    private static final String PAGE = "https://app.agency.example";
    private static final ApiUnderTest API = ApiUnderTest.forPagesOf(Set.of(PAGE), AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 1.4: exact, whatever the page
    void a_list_is_counted_where_that_is_asked_for() {
        Caller member = API.as(Role.MEMBER);
        for (int i = 0; i < 7; i++) {
            member.post("/campaigns", "{'name':'Counted %d'}".formatted(i));
        }

        Answer page = member.get("/campaigns?limit=3&include_total=true");
        assertThat(page.at("/page/total")).as(page.text()).isEqualTo("7");
        assertThat(page.json().path("items")).hasSize(3);
        assertThat(page.json().path("page").has("total_is_lower_bound")).isFalse();
        Answer second = member.get("/campaigns?limit=3&include_total=true&cursor=" + page.at("/page/next_cursor"));
        assertThat(second.at("/page/total")).isEqualTo("7");
        assertThat(member.get("/campaigns?limit=3").json().path("page").has("total"))
                .isFalse();
        assertThat(member.get("/campaigns?include_total=yes").status()).isEqualTo(422);
    }

    @Test // api 1.8: configured exact origins only
    void a_page_of_a_named_origin_may_call_and_any_other_may_not() {
        Answer preflight = API.anonymous()
                .with("Origin", PAGE)
                .with("Access-Control-Request-Method", "PATCH")
                .send("OPTIONS", "/campaigns", "application/json", "");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(preflight.header("Access-Control-Allow-Methods").orElseThrow())
                .contains("PATCH");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();

        Answer called = API.as(Role.VIEWER).with("Origin", PAGE).get("/campaigns");
        assertThat(called.header("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(called.header("Access-Control-Expose-Headers").orElseThrow()).contains("ETag");
        Answer other =
                API.as(Role.VIEWER).with("Origin", "https://evil.example").get("/campaigns");
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.header("Vary")).contains("Origin");
    }
}
