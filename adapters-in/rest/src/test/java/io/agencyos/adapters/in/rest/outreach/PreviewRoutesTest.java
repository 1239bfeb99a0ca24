package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.adapters.in.rest.testing.CampaignWorld;
import io.agencyos.adapters.in.rest.testing.SetUp;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a step would say, over HTTP. Source: api 9.5. */
class PreviewRoutesTest {

    private final AtomicReference<CampaignWorld> campaigns = new AtomicReference<>();
    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        campaigns.set(new CampaignWorld(world));
        return AllRoutes.on(world, campaigns.get());
    });

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.5: {lead_id} -> rendered subject and body, variables used and missing, warnings
    void a_member_sees_what_a_step_would_say_to_a_lead() {
        Caller admin = api.as(Role.ADMIN);
        SetUp.client(admin);
        String steps = SetUp.campaign(admin, "Growth leads") + "/sequence/steps/";
        Lead lead = Outreachbook.lead(api.client(), 60);
        CampaignWorld world = Objects.requireNonNull(campaigns.get());
        api.world().units.inTenant(TenantScope.worker(api.client()), () -> world.leads.insertAll(List.of(lead)));
        String reader = "{'lead_id':'" + lead.id().text() + "'}";
        Caller member = api.as(Role.MEMBER);

        Answer shown = member.post(steps + "1/preview", reader);
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.at("/touch_kind")).isEqualTo("email");
        assertThat(shown.at("/subject")).isNotBlank();
        assertThat(shown.at("/body")).contains("https://opt-out.example/preview");
        assertThat(shown.json().path("variables_used").size()).isPositive();
        assertThat(member.post(steps + "99/preview", reader).status()).isEqualTo(404);
        assertThat(member.post(steps + "one/preview", reader).status()).isEqualTo(404);
        assertThat(member.post(steps + "1/preview", "{'lead_id':'" + UUID.randomUUID() + "'}")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(Role.VIEWER).post(steps + "1/preview", reader).status())
                .isEqualTo(403);
    }
}
