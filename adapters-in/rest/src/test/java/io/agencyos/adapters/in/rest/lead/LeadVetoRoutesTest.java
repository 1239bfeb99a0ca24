package io.agencyos.adapters.in.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.allocation.AllocationRoutes;
import io.agencyos.adapters.in.rest.testing.PoolWorld;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.AssignPoolLeads;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Source: scoring B12. */
class LeadVetoRoutesTest {

    @Test // B12
    void a_member_gives_back_a_lead_once_and_everybody_sees_why() {
        AtomicReference<AllocationScenario> made = new AtomicReference<>();
        try (ApiUnderTest api = ApiUnderTest.with(world -> {
            AllocationScenario scenario = PoolWorld.on(world);
            made.set(scenario);
            return List.of(
                    new LeadVetoRoutes(scenario.keeping().vetoLead()), new AllocationRoutes(scenario.allocation()));
        })) {
            AllocationScenario scenario = made.get();
            Asking asking = scenario.asking(api.client(), UnaryOperator.identity());
            scenario.pool(1);
            scenario.allocation()
                    .assignPoolLeads()
                    .assign(
                            asking.worker(),
                            new AssignPoolLeads.Request(asking.campaign().id(), 1, "monday", false));
            Lead own = scenario.lead(asking);
            LeadId given = scenario.read(
                    asking.client(),
                    () -> scenario
                            .on()
                            .scoring()
                            .queue()
                            .next(asking.client(), new RescoreRequest.Target.Everybody(), Set.of(), null, 10)
                            .stream()
                            .map(entry -> entry.id())
                            .filter(id -> !id.equals(own.id()))
                            .findFirst()
                            .orElseThrow());
            String veto = "{'reason':'wrong_role','note':'Runs the shop floor.'}";

            Answer done = api.as(Role.MEMBER).post("/leads/" + given.text() + "/veto", veto);

            assertThat(done.status()).as(done.text()).isEqualTo(200);
            assertThat(done.json().at("/left").asInt()).isEqualTo(61);
            Answer again = api.as(Role.MEMBER).post("/leads/" + given.text() + "/veto", veto);
            assertThat(again.code()).isEqualTo("not_eligible");
            assertThat(again.at("/reason")).isEqualTo("not_from_the_pool");
            assertThat(api.as(Role.MEMBER)
                            .post("/leads/" + own.id().text() + "/veto", veto)
                            .at("/reason"))
                    .isEqualTo("not_from_the_pool");
            assertThat(api.as(Role.MEMBER)
                            .post("/leads/" + UUID.randomUUID() + "/veto", veto)
                            .status())
                    .isEqualTo(404);
            assertThat(api.as(Role.VIEWER)
                            .post("/leads/" + given.text() + "/veto", veto)
                            .status())
                    .isEqualTo(403);
            Answer list = api.as(Role.VIEWER).get("/lead-vetoes");
            assertThat(list.json().at("/items").size()).isEqualTo(1);
            assertThat(list.at("/items/0/lead_id")).isEqualTo(given.text());
            assertThat(list.at("/items/0/title")).isEqualTo("Head of Growth");
        }
    }
}
