package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WholeApiTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 9.1
    void anybody_may_ask_whether_the_server_is_there() {
        Answer answer = API.anonymous().get("/api/v1/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"ok\",\"service\":\"agency-os\",\"version\":\"1.2.3\"}");
    }

    @Test // api 9.2
    void a_signed_in_person_sees_her_live_clients_with_their_twins() {
        Answer answer = API.as(Role.MEMBER).get("/api/v1/clients");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/items/0/id")).isEqualTo(API.client().text());
        assertThat(answer.at("/items/0/role")).isEqualTo("member");
        assertThat(answer.json().at("/items/0/twin_id").isString()).isTrue();
        assertThat(answer.json().at("/page/has_more").booleanValue()).isFalse();
    }

    @Test // api 1.3, 2
    void without_a_token_or_with_a_wrong_one_nobody_is_let_in() {
        Answer none = API.anonymous().get("/api/v1/clients");
        Answer wrong = API.bearer("nonsense").get("/api/v1/clients");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.code()).isEqualTo("unauthenticated");
        assertThat(none.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(wrong.code()).isEqualTo("token_invalid");
        assertThat(wrong.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }
}
