package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** api 14, over real HTTP. */
class PlannedDayRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // outreach 19.8: client-wide blackout dates, kept by admins, each once and in order
    void quiet_days_are_named_by_admins() {
        Answer kept = API.as(Role.ADMIN).put("/blackout-dates", "{'dates':['2026-12-29','2026-12-28','2026-12-29']}");
        assertThat(kept.status()).isEqualTo(200);
        assertThat(API.as(Role.ADMIN).get("/blackout-dates").json().at("/dates").toString())
                .isEqualTo("[\"2026-12-28\",\"2026-12-29\"]");
        assertThat(API.as(Role.MEMBER).put("/blackout-dates", "{'dates':[]}").status())
                .isEqualTo(403);
    }

    @Test // outreach 19.3
    void a_day_says_what_would_leave() {
        Answer tomorrow = API.as(Role.VIEWER).get("/outreach-preview");
        assertThat(tomorrow.status()).isEqualTo(200);
        assertThat(tomorrow.json().at("/leaving").intValue()).isZero();
        assertThat(tomorrow.json().at("/touches").isEmpty()).isTrue();
        assertThat(API.as(Role.VIEWER).get("/outreach-preview?date=soon").status())
                .isEqualTo(422);
    }
}
