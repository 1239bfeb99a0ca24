package io.agencyos.adapters.in.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.adapters.in.rest.testing.PrivacyInMemory;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Source: api 9.14. */
class PrivacyRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final String ALL = "/privacy-requests";

    @AfterAll
    static void stop() {
        API.close();
    }

    private static String body(String kind, String email) {
        return "{'kind':'" + kind + "','email':'" + email + "'}";
    }

    @Test // A no-key; POST I J; due_at = +30 days
    void an_admin_sees_what_is_held_of_a_person_and_has_it_erased() {
        Caller admin = API.as(Role.ADMIN);

        Answer job = admin.post(ALL, body("access", PrivacyInMemory.HELD));
        assertThat(job.status()).isEqualTo(202);
        assertThat(job.at("/kind")).isEqualTo("privacy_request");
        API.world().work.run();
        Answer asked = admin.get(ALL + "?kind=access");
        assertThat(asked.at("/items/0/status")).isEqualTo("done");
        assertThat(asked.at("/items/0/due_at")).startsWith("2026-03-31T23:00:00");
        Answer shown = admin.get(ALL + "/" + asked.at("/items/0/id"));
        assertThat(shown.at("/held/0/name")).isEqualTo("app.lead");
        assertThat(shown.at("/held/0/rows/0/email")).isEqualTo(PrivacyInMemory.HELD);

        assertThat(admin.post(ALL, body("erase", PrivacyInMemory.HELD)).status())
                .isEqualTo(202);
        API.world().work.run();
        Answer erased = admin.get(ALL + "?kind=erase&status=done");
        assertThat(erased.at("/items/0/leads")).isEqualTo("1");
        assertThat(erased.text()).doesNotContain(PrivacyInMemory.HELD);
        assertThat(admin.get(ALL + "/" + asked.at("/items/0/id")).json().path("held"))
                .isEmpty();
    }

    @Test // A; a wrong address is named; a twin holds nobody
    void nobody_else_asks_and_nobody_asks_for_an_address_that_is_none() {
        Client other = API.world().open("Elsewhere");
        Client twin = API.world()
                .units
                .onPlatform(() -> API.world().clients.twin(other.id()))
                .orElseThrow();
        Caller owner = API.as(Role.OWNER, other.id());

        assertThat(API.as(Role.MEMBER).get(ALL).code()).isEqualTo("role_required");
        assertThat(API.as(Role.MEMBER).post(ALL, body("erase", "a@b.example")).code())
                .isEqualTo("role_required");
        assertThat(API.as(Role.ADMIN).post(ALL, body("erase", "nobody")).at("/errors/0/pointer"))
                .isEqualTo("/email");
        assertThat(owner.post("/api/v1/clients/" + twin.id().text() + ALL, body("erase", "a@b.example"))
                        .code())
                .isEqualTo("not_eligible");
        assertThat(API.as(Role.ADMIN).get(ALL + "/" + twin.id().text()).status())
                .isEqualTo(404);
    }
}
