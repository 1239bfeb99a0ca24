package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Source: api 9.1, 9.17. */
class StatusRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final String INCIDENTS = "/api/v1/admin/incidents";
    private static final String STATUS = "/api/v1/public/status";

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // component states without detail, incidents of 90 days
    void everybody_is_told_what_staff_tells_and_for_ninety_days_after_it_is_over() {
        Caller staff = API.staff();
        assertThat(API.anonymous().get(STATUS).at("/state")).isEqualTo("operational");

        Answer opened = staff.post(INCIDENTS, "{'component':'email','state':'down','text':'No e-mail leaves.'}");
        assertThat(opened.status()).isEqualTo(201);
        Answer down = API.anonymous().get(STATUS);
        assertThat(down.at("/state")).isEqualTo("down");
        assertThat(down.at("/components/0/name")).isEqualTo("email");
        assertThat(down.at("/incidents/0/text")).isEqualTo("No e-mail leaves.");
        assertThat(down.text()).doesNotContain(opened.at("/id"));

        String one = INCIDENTS + "/" + opened.at("/id");
        Answer over = staff.patch(one, "{'ended_at':'" + API.world().clock.now() + "'}");
        assertThat(over.at("/state")).isEqualTo("down");
        assertThat(API.anonymous().get(STATUS).at("/state")).isEqualTo("operational");
        assertThat(API.anonymous().get(STATUS).json().path("incidents")).hasSize(1);
        assertThat(staff.get(INCIDENTS).at("/items/0/id")).isEqualTo(opened.at("/id"));

        API.world().clock.advance(Duration.ofDays(90));
        assertThat(API.anonymous().get(STATUS).json().path("incidents")).isEmpty();
    }

    @Test
    void only_staff_tells() {
        assertThat(API.as(Role.OWNER).get(INCIDENTS).code()).isEqualTo("platform_admin_required");
        assertThat(API.staff()
                        .patch(INCIDENTS + "/019baaaa-0000-7000-8000-000000000009", "{}")
                        .status())
                .isEqualTo(404);
    }
}
