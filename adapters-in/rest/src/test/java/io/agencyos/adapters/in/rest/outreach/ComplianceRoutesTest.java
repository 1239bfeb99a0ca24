package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComplianceRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // outreach 19.9, 6.4: consent evidence, wash ids, messages, opt-out time, in one file
    void what_a_client_knows_of_a_person_is_one_file_for_its_admins() {
        Caller member = api.as(Role.MEMBER);
        String lead = member.post("/leads", "{'email':'priya@harbourlane.example','phone':'+61491570156'}")
                .at("/id");
        member.post(
                "/leads/" + lead + "/consents",
                "{'channel':'voice','basis':'express','evidence':'Said so at the fair.',"
                        + "'obtained_at':'2026-01-15T01:00:00Z'}");

        Answer file = api.as(Role.ADMIN).get("/leads/" + lead + "/compliance-record");
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.at("/consents/0/evidence")).isEqualTo("Said so at the fair.");
        assertThat(file.at("/do_not_call_register/state")).isEqualTo("unknown");
        assertThat(file.json().path("opt_outs")).isEmpty();
        assertThat(file.json().path("contacts")).isEmpty();
        assertThat(member.get("/leads/" + lead + "/compliance-record").code()).isEqualTo("role_required");
        assertThat(api.as(Role.ADMIN)
                        .get("/leads/" + new UUID(0, 9) + "/compliance-record")
                        .status())
                .isEqualTo(404);
    }
}
