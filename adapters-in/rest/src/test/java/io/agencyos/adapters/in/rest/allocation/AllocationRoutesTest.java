package io.agencyos.adapters.in.rest.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.platform.JobRoutes;
import io.agencyos.adapters.in.rest.testing.FlowWorld;
import io.agencyos.adapters.in.rest.testing.PoolWorld;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.Country;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllocationRoutesTest {

    private @Nullable AllocationScenario scenario;
    private @Nullable Asking asking;
    private @Nullable FlowEngine engine;
    private @Nullable ApiUnderTest server;

    @BeforeEach
    void start() {
        ApiUnderTest started = ApiUnderTest.with(world -> {
            scenario = PoolWorld.on(world);
            FlowEngine flows = new FlowWorld(world, PoolWorld.flows(scenario)).engine;
            engine = flows;
            return List.of(
                    new AllocationRoutes(scenario.allocation()),
                    new SourcingRoutes(scenario.allocation().sourcingPlan(), flows.startRun()),
                    new JobRoutes(flows));
        });
        server = started;
        asking = scenario().asking(started.client(), UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        api().close();
    }

    @Test // api 9.4
    void a_member_gets_leads_from_the_pool_once_however_often_she_asks() {
        scenario().pool(5);
        Caller member = api().as(Role.MEMBER).with("Idempotency-Key", "monday");

        Answer first = member.post(campaign("/lead-sourcing-jobs"), "{'count':3}");
        Answer again = member.post(campaign("/lead-sourcing-jobs"), "{'count':3}");

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(first.at("/kind")).isEqualTo("lead_sourcing");
        assertThat(first.at("/status")).isEqualTo("queued");
        assertThat(again.text()).isEqualTo(first.text());
        Answer done = ended(first);
        assertThat(done.at("/status")).isEqualTo("succeeded");
        assertThat(done.json().at("/result/claimed").asInt()).isEqualTo(3);
        assertThat(balance()).isEqualTo(1_247);
    }

    @Test // POOL-12.1: what the pool lacks is bought, and it is said when nobody sells
    void what_is_missing_is_told_with_the_reason() {
        scenario()
                .add(List.of(
                        scenario().person(),
                        scenario().person(EmailStatus.GUESSED, "Head of Growth", Country.AUSTRALIA, 25)));

        Answer done = ended(api().as(Role.MEMBER).post(campaign("/lead-sourcing-jobs"), "{'count':3}"));

        assertThat(done.at("/status")).isEqualTo("partial");
        assertThat(done.json().at("/result/claimed").asInt()).isEqualTo(1);
        assertThat(done.json().at("/result/shortfall").asInt()).isEqualTo(2);
        assertThat(done.at("/notes/reason")).isEqualTo("no_data_vendor");
        assertThat(done.json().at("/children").size()).isEqualTo(2);
    }

    @Test // api 9.7
    void the_pool_alone_is_populated_by_a_job_of_its_own() {
        scenario().pool(3);

        Answer started = api().as(Role.MEMBER).post("/pool/population-jobs", "{'limit':2}");

        assertThat(started.status()).as(started.text()).isEqualTo(202);
        Answer done = ended(started);
        assertThat(done.at("/kind")).isEqualTo("pool_population");
        assertThat(done.at("/notes/reason")).isEqualTo("enough_in_pool");
        assertThat(balance()).as("nobody is given out by it").isEqualTo(1_250);
        assertThat(api().as(Role.MEMBER)
                        .post("/pool/population-jobs", "{'limit':101}")
                        .code())
                .isEqualTo("validation_failed");
    }

    @Test
    void a_preview_shows_and_changes_nothing() {
        scenario().pool(2);

        Answer answer = api().as(Role.MEMBER).post(campaign("/lead-sourcing-previews"), "{'count':5}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/assigned").asInt()).isEqualTo(2);
        assertThat(answer.at("/chosen/0/person/title")).isEqualTo("Head of Growth");
        assertThat(answer.text()).doesNotContain("Priya").doesNotContain("@");
        assertThat(balance()).isEqualTo(1_250);
    }

    @Test // POOL-12
    void a_replenishment_is_planned_and_nothing_is_done() {
        Answer answer = api().as(Role.VIEWER).get("/pool/replenishment-plan?mode=full");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/need").asInt()).isEqualTo(1_250);
        assertThat(answer.at("/verdict")).isEqualTo("source");
        assertThat(answer.at("/waterfall/0/name")).isEqualTo("profile");
    }

    @Test // api 1.3, 9.4
    void requests_that_cannot_be_served_say_why() {
        scenario().pool(2);
        Caller member = api().as(Role.MEMBER);

        assertThat(member.post("/campaigns/" + UUID.randomUUID() + "/lead-sourcing-jobs", "{'count':1}")
                        .code())
                .isEqualTo("not_eligible");
        assertThat(member.post(campaign("/lead-sourcing-jobs"), "{'count':201}").code())
                .isEqualTo("validation_failed");
        assertThat(api().as(Role.VIEWER)
                        .post(campaign("/lead-sourcing-jobs"), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(api().stranger().post(campaign("/lead-sourcing-jobs"), "{}").status())
                .isEqualTo(404);
        scenario()
                .run(
                        asking().client(),
                        () -> scenario()
                                .on()
                                .credits()
                                .book(asking().client(), CreditEntryKind.ADJUST, -1_250, null, "spent"));
        Answer poor = member.post(campaign("/lead-sourcing-jobs"), "{}");
        assertThat(poor.status()).isEqualTo(402);
        assertThat(poor.code()).isEqualTo("no_credits");
    }

    @Test // POOL-8.5, PLAN-4
    void own_leads_go_into_the_campaign_without_a_credit() {
        for (int i = 0; i < 3; i++) {
            scored(scenario().lead(asking()));
        }

        Answer answer = api().as(Role.MEMBER).post(campaign("/lead-assignments"), "{'count':2000}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/assigned").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/enrolled").asInt()).isEqualTo(3);
        assertThat(balance()).isEqualTo(1_250);
        Answer strict = api().as(Role.MEMBER).post(campaign("/lead-assignments"), "{'count':5,'minimum_tier':'hot'}");
        assertThat(strict.json().at("/assigned").asInt()).isZero();
        assertThat(strict.json().at("/shortfall").asInt()).isEqualTo(5);
        assertThat(strict.at("/not_free/0/code")).isEqualTo("under_way");
        assertThat(strict.json().at("/not_free/0/count").asInt()).isEqualTo(3);
    }

    @Test // api 9.7
    void a_viewer_sees_what_the_client_holds() {
        scenario().pool(4);
        ended(api().as(Role.MEMBER).post(campaign("/lead-sourcing-jobs"), "{'count':3}"));

        Answer answer = api().as(Role.VIEWER).get("/pool/summary");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/total").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/active").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/tiers/unscored").asInt()).isZero();
        assertThat(answer.json().at("/reply_rate").isNull()).isTrue();
    }

    /** The job when everything that waited has run. */
    private Answer ended(Answer started) {
        Objects.requireNonNull(engine).drain();
        return api().as(Role.VIEWER).get("/jobs/" + started.at("/id"));
    }

    private AllocationScenario scenario() {
        return Objects.requireNonNull(scenario);
    }

    private Asking asking() {
        return Objects.requireNonNull(asking);
    }

    private ApiUnderTest api() {
        return Objects.requireNonNull(server);
    }

    private String campaign(String rest) {
        return "/campaigns/" + asking().campaign().id().text() + rest;
    }

    private int balance() {
        return scenario()
                .read(asking().client(), () -> scenario().on().credits().balance(asking().client()));
    }

    private void scored(Lead lead) {
        scenario()
                .run(
                        lead.clientId(),
                        () -> scenario()
                                .scoring()
                                .scoreLeads()
                                .score(
                                        lead.clientId(),
                                        List.of(lead.id()),
                                        io.agencyos.domain.scoring.ScoreCause.INITIAL));
    }
}
