package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.server.SampleRoutes;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: api 9.17. */
class DefectRoutesTest {

    @Test // api 9.17 system/errors: a failure of ours is noted by its kind and place, and settled by staff
    void a_failure_of_ours_is_shown_to_staff_until_they_settle_it() {
        try (ApiUnderTest api =
                ApiUnderTest.with(world -> List.of(new SampleRoutes(), new DefectRoutes(world.defects)))) {
            assertThat(api.as(Role.MEMBER).post("/failures/defect", "").status())
                    .isEqualTo(500);
            assertThat(api.as(Role.MEMBER).post("/failures/defect", "").status())
                    .isEqualTo(500);
            Caller staff = api.staff();
            String errors = "/api/v1/admin/system/errors";
            Answer listed = staff.get(errors + "?state=open");

            assertThat(listed.json().at("/items")).hasSize(1);
            assertThat(listed.at("/items/0/count")).isEqualTo("2");
            assertThat(listed.at("/items/0/seen_in")).isEqualTo("POST /api/v1/clients/{client_id}/failures/{kind}");
            assertThat(listed.at("/items/0/place")).contains("SampleRoutes.fail:");
            String one = errors + "/" + listed.at("/items/0/fingerprint");
            assertThat(staff.post(one + "/mute", "").at("/state")).isEqualTo("muted");
            assertThat(staff.post(one + "/resolve", "").at("/state")).isEqualTo("resolved");
            assertThat(staff.get(errors + "?state=open").json().at("/items")).isEmpty();
            assertThat(staff.post(errors + "/none/resolve", "").status()).isEqualTo(404);
        }
    }
}
