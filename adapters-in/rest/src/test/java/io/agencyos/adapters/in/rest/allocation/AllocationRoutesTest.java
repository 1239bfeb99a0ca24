package io.agencyos.adapters.in.rest.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.rest.testing.Answer;
import io.agencyos.adapters.in.rest.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.Caller;
import io.agencyos.adapters.in.rest.testing.PoolWorld;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.domain.client.CreditEntryKind;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Country;
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
    private @Nullable ApiUnderTest server;

    @BeforeEach
    void start() {
        ApiUnderTest started = ApiUnderTest.with(world -> {
            scenario = PoolWorld.on(world);
            return List.of(new AllocationRoutes(scenario.allocation()));
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

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.at("/kind")).isEqualTo("pool_assignment");
        assertThat(first.at("/status")).isEqualTo("succeeded");
        assertThat(first.json().at("/result/assigned").asInt()).isEqualTo(3);
        assertThat(first.json().at("/result/enrolled").asInt()).isEqualTo(3);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(balance()).isEqualTo(1_247);
    }

    @Test // POOL-6: what was left, and why
    void who_was_left_is_counted_by_reason() {
        scenario()
                .add(List.of(
                        scenario().person(),
                        scenario().person(EmailStatus.GUESSED, "Head of Growth", Country.AUSTRALIA, 25),
                        scenario().person(EmailStatus.VERIFIED, "Office Manager", Country.AUSTRALIA, 25)));

        Answer answer = api().as(Role.MEMBER).post(campaign("/lead-sourcing-jobs"), "{'count':3}");

        assertThat(answer.at("/status")).isEqualTo("partial");
        assertThat(answer.json().at("/result/shortfall").asInt()).isEqualTo(2);
        assertThat(answer.at("/result/reasons/0/code")).isEqualTo("email_quality");
        assertThat(answer.at("/result/reasons/1/code")).isEqualTo("icp_mismatch");
        assertThat(answer.at("/result/widen")).isEqualTo("title");
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
    }

    @Test // api 9.7
    void a_viewer_sees_what_the_client_holds() {
        scenario().pool(4);
        api().as(Role.MEMBER).post(campaign("/lead-sourcing-jobs"), "{'count':3}");

        Answer answer = api().as(Role.VIEWER).get("/pool/summary");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/total").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/active").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/tiers/unscored").asInt()).isZero();
        assertThat(answer.json().at("/reply_rate").isNull()).isTrue();
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
