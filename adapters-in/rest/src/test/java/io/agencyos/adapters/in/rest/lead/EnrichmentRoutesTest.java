package io.agencyos.adapters.in.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.platform.JobRoutes;
import io.agencyos.adapters.in.rest.testing.EnrichmentInMemory;
import io.agencyos.adapters.in.rest.testing.FlowWorld;
import io.agencyos.adapters.in.rest.testing.PoolWorld;
import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source: api 9.6. */
class EnrichmentRoutesTest {

    private final FakePeopleData vendor = new FakePeopleData(100);
    private @Nullable AllocationScenario scenario;
    private @Nullable FlowEngine engine;
    private @Nullable ApiUnderTest server;
    private @Nullable Asking asking;

    @BeforeEach
    void start() {
        ApiUnderTest started = ApiUnderTest.with(world -> {
            AllocationScenario pool = PoolWorld.on(world);
            scenario = pool;
            EnrichmentInMemory enrichment = new EnrichmentInMemory(
                    world, pool, client -> Optional.of(new PeopleSources.Source("fake", vendor, vendor, vendor)));
            FlowEngine flows = new FlowWorld(world, List.of(enrichment.flow())).engine;
            engine = flows;
            return List.of(new EnrichmentRoutes(enrichment.enrich, flows.startRun()), new JobRoutes(flows));
        });
        server = started;
        asking = Objects.requireNonNull(scenario).asking(started.client(), UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        api().close();
    }

    private ApiUnderTest api() {
        return Objects.requireNonNull(server);
    }

    /** A lead whom the vendor knows better. */
    private Lead lead() {
        Lead lead = Objects.requireNonNull(scenario).lead(Objects.requireNonNull(asking));
        vendor.add(new PersonProfile(
                "fake:" + lead.id().text(),
                new PersonDetails("Priya", "Raman", "Founder", Seniority.FOUNDER, null, null, Country.AUSTRALIA),
                Optional.empty(),
                Optional.ofNullable(lead.contact().email()),
                EmailStatus.VERIFIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return lead;
    }

    private Answer ended(Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        Objects.requireNonNull(engine).drain();
        return api().as(Role.VIEWER).get("/jobs/" + started.at("/id"));
    }

    @Test // api 9.6: enrich {force} as a job; already enriched and not forced => 409 not_eligible
    void a_lead_is_completed_once_and_again_by_force() {
        Lead lead = lead();
        Caller member = api().as(Role.MEMBER);
        String address = "/leads/" + lead.id().text() + "/enrich";

        Answer done = ended(member.post(address, "{'force':false}"));

        assertThat(done.at("/kind")).isEqualTo("lead_enrichment");
        assertThat(done.at("/status")).isEqualTo("succeeded");
        assertThat(done.json().at("/result/enriched").asInt()).isEqualTo(1);
        assertThat(done.json().at("/result/vendor_credits").asInt()).isEqualTo(1);
        Answer again = member.post(address, "{'force':false}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("not_eligible");
        assertThat(again.at("/reason")).isEqualTo("already_enriched");
        assertThat(member.post(address, "{'force':true}").at("/reason")).isEqualTo("too_soon");
        Objects.requireNonNull(scenario).advance(Duration.ofHours(24));
        assertThat(ended(member.post(address, "{'force':true}")).at("/status")).isEqualTo("succeeded");
    }

    @Test // api 9.6: bulk answers the count to be done
    void many_leads_are_completed_by_one_job() {
        lead();
        lead();
        lead();

        Answer done = ended(api().as(Role.MEMBER).post("/leads/enrichment-jobs", "{}"));

        assertThat(done.json().at("/result/enriched").asInt()).isEqualTo(3);
        assertThat(done.json().at("/progress/items/total").asInt()).isEqualTo(3);
        Answer none = ended(api().as(Role.MEMBER)
                .post(
                        "/leads/enrichment-jobs",
                        "{'filter':{'campaign_id':'"
                                + Objects.requireNonNull(asking).campaign().id().text() + "'}}"));
        assertThat(none.json().at("/progress/items/total").asInt()).isZero();
    }

    @Test
    void a_viewer_starts_nothing_and_an_unknown_lead_is_not_found() {
        Lead lead = lead();
        assertThat(api().as(Role.VIEWER)
                        .post("/leads/" + lead.id().text() + "/enrich", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(api().as(Role.MEMBER)
                        .post("/leads/" + UUID.randomUUID() + "/enrich", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test // flows 1.6: lead_enrichment:<run>, not one for the client; the very same order waits for its twin
    void another_lead_is_completed_while_one_is() {
        Lead one = lead();
        Lead other = lead();
        Caller member = api().as(Role.MEMBER);

        Answer first = member.post("/leads/" + one.id().text() + "/enrich", "{}");
        Answer beside = member.post("/leads/" + other.id().text() + "/enrich", "{}");
        Answer twin = member.post("/leads/" + one.id().text() + "/enrich", "{}");

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(beside.status()).as(beside.text()).isEqualTo(202);
        assertThat(twin.code()).isEqualTo("already_running");
        assertThat(ended(first).json().at("/result/enriched").asInt()).isEqualTo(1);
        assertThat(ended(beside).json().at("/result/enriched").asInt()).isEqualTo(1);
    }
}
