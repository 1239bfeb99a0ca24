package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.flow.MonthlyReplenishment;
import io.agencyos.application.allocation.flow.PoolAssignment;
import io.agencyos.application.allocation.sourcing.PoolPopulation;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.conversation.notice.NoticeRule;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a client's month needs, taken from the pool as far as it goes. Source: flows 2.16, scoring POOL-12. */
public abstract class MonthlyReplenishmentContract extends AssignmentSteps {

    private static final BillingPeriod APRIL = new BillingPeriod(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 5, 2));

    private StepsByHand flow() {
        return new StepsByHand(
                MonthlyReplenishment.flow(
                        scenario().allocation().planReplenishment(),
                        scenario().on().credits(),
                        scenario().events()),
                scenario().on().units(),
                List.of(
                        PoolAssignment.flow(
                                scenario().allocation().assignPoolLeads(),
                                scenario().allocation().topUpCampaigns(),
                                scenario().on().world().campaigns(),
                                scenario().on().outreach().enrolments(),
                                scenario().on().units()),
                        PoolPopulation.flow(
                                nobody -> Optional.empty(),
                                scenario().stockPool(),
                                scenario().allocation().sourcingPlan(),
                                alert -> {
                                    throw new AssertionError(alert);
                                },
                                scenario().on().units())));
    }

    private static List<StepsByHand.Asked> given(StepsByHand flow) {
        return flow.asked().stream()
                .filter(asked -> asked.flow().equals(PoolAssignment.FLOW))
                .toList();
    }

    private void reset(Asking asking) {
        int left = balance(asking);
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .credits()
                                .beginPeriod(asking.client(), APRIL, CreditReset.of(left, QUOTA, QUOTA)));
    }

    private List<ClientId> due() {
        return scenario()
                .on()
                .units()
                .onPlatform(() -> flow().children(scenario().now()));
    }

    private List<StepResult> run(StepsByHand flow, Asking asking, Map<String, String> params) {
        return flow.of(asking.client(), params, scenario().now());
    }

    private static Outcome outcome(StepResult result) {
        if (result instanceof StepResult.Done(Counts counts, Outcome outcome)) {
            return outcome;
        }
        throw new AssertionError(result);
    }

    private List<DomainEvent> told() {
        return scenario().told().stream()
                .filter(event -> event.name() == EventName.REPLENISHMENT_COMPLETED)
                .toList();
    }

    @Test // flows 2.16: need = min(balance, quota − pipeline); the pool first; the rest stays as a number
    void after_a_reset_the_pool_fills_the_month_and_what_it_lacks_is_to_be_bought() {
        Asking asking = scenario().asking();
        scenario().pool(45);
        done(assign(asking, 5, "february"));
        assertThat(due()).as("the first month is filled at set-up").isEmpty();
        reset(asking);
        assertThat(due()).containsExactly(asking.client());
        StepsByHand flow = flow();

        List<StepResult> steps = run(flow, asking, Map.of());

        assertThat(outcome(steps.getFirst()).counts())
                .containsEntry("pipeline", 5L)
                .containsEntry("gap", 1_245L)
                .containsEntry("need", 1_245L);
        assertThat(outcome(steps.getFirst()).words())
                .containsEntry("verdict", "source")
                .containsEntry("mode", "smart")
                .containsEntry("tiers", "profile");
        assertThat(given(flow)).extracting(asked -> asked.params().get("count")).containsExactly("1000", "245");
        assertThat(steps.get(1))
                .isEqualTo(new StepResult.Done(
                        new Counts(1_245, 40, 0, 1_205, 0),
                        Outcome.count("assigned", 40).with("to_source", 1_205)));
        assertThat(outcome(steps.get(2)).words()).containsEntry("reason", "no_data_vendor");
        assertThat(outcome(steps.get(3)).counts()).containsEntry(Outcome.SHORTFALL, 1_205L);
        assertThat(balance(asking)).isEqualTo(QUOTA - 40);
        assertThat(leads(asking)).hasSize(45);
        assertThat(told())
                .singleElement()
                .satisfies(event -> assertThat(event.payload())
                        .containsEntry("need", "1245")
                        .containsEntry("assigned", "40")
                        .containsEntry("to_source", "1205"));
        assertThat(due()).as("once a month").isEmpty();
    }

    @Test // flows 2.16: children are keyed by the parent run; done leads are counted before more are claimed
    void a_step_that_is_done_again_starts_no_child_twice() {
        Asking asking = scenario().asking();
        scenario().pool(10);
        reset(asking);
        StepsByHand flow = flow();

        run(flow, asking, Map.of());

        assertThat(flow.asked()).doesNotHaveDuplicates();
        assertThat(given(flow)).hasSize(2);
        assertThat(flow.asked().stream().map(StepsByHand.Asked::key)).doesNotHaveDuplicates();
        assertThat(leads(asking)).hasSize(10);
    }

    @Test // flows 2.16: pipeline 1,400 → 0, succeeded "pipeline full"; never more than the credits
    void a_month_that_needs_nothing_is_over_at_once() {
        Asking asking = scenario().asking();
        scenario().pool(5);
        reset(asking);
        spend(asking, QUOTA);
        StepsByHand flow = flow();

        List<StepResult> steps = run(flow, asking, Map.of());

        assertThat(outcome(steps.getFirst()).words()).containsEntry("reason", "pipeline_full");
        assertThat(steps.get(1)).isInstanceOf(StepResult.Skipped.class);
        assertThat(flow.asked()).isEmpty();
        assertThat(leads(asking)).isEmpty();
    }

    @Test // flows 2.16: manual: told the number; nothing is claimed
    void whoever_wants_to_be_asked_is_told_the_number() {
        Asking asking = scenario().asking();
        scenario().pool(5);
        reset(asking);
        StepsByHand flow = flow();

        List<StepResult> steps = run(flow, asking, Map.of("mode", "manual"));

        assertThat(outcome(steps.getFirst()).words()).containsEntry("reason", "approval_needed");
        assertThat(flow.asked()).isEmpty();
        assertThat(told())
                .singleElement()
                .satisfies(event -> assertThat(event.payload())
                        .containsEntry("verdict", "approval_needed")
                        .containsEntry("need", "1250"));
        assertThat(due()).isEmpty();
    }

    @Test // POOL-12, flows 2.16: a client's own mode counts; auto_replenish false behaves as manual; a person approves
    void a_client_that_wants_to_be_asked_is_told_by_itself_and_gets_its_leads_when_somebody_starts_them() {
        for (ReplenishmentMode mode : List.of(ReplenishmentMode.MANUAL, ReplenishmentMode.SMART)) {
            Asking asking = scenario().asking();
            scenario().pool(4);
            reset(asking);
            prefer(asking, mode, false);
            assertThat(due()).contains(asking.client());
            StepsByHand flow = flow();

            run(flow, asking, Map.of());

            assertThat(flow.asked()).isEmpty();
            assertThat(told().getLast())
                    .satisfies(event -> assertThat(event.payload()).containsEntry("awaits_approval", "1250"))
                    .satisfies(event -> assertThat(NoticeRule.of(event)).isPresent());
            assertThat(due()).doesNotContain(asking.client());
            assertThat(leads(asking)).isEmpty();

            flow.by(new UserId(UUID.randomUUID()))
                    .of(asking.client(), Map.of(), scenario().now());
            assertThat(leads(asking)).hasSize(4);
        }
    }

    private void prefer(Asking asking, ReplenishmentMode mode, boolean automatic) {
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .clients()
                                .updateSettings(new ClientSettings(
                                        asking.client(),
                                        mode,
                                        automatic,
                                        ClientSettings.ALERT_BELOW,
                                        true,
                                        true,
                                        false,
                                        SeoMode.PRESENCE,
                                        false,
                                        0)));
    }

    @Test // flows 2.16: no active campaign: nothing claimed or charged, and it is looked at again
    void without_an_active_campaign_nothing_is_claimed_and_the_month_stays_open() {
        Asking asking = scenario().asking();
        scenario().pool(5);
        reset(asking);
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .campaigns()
                                .update(asking.campaign().deleted(scenario().now())));
        StepsByHand flow = flow();

        List<StepResult> steps = run(flow, asking, Map.of());

        assertThat(outcome(steps.getFirst()).words()).containsEntry("reason", "no_active_campaign");
        assertThat(flow.asked()).isEmpty();
        assertThat(balance(asking)).isEqualTo(QUOTA);
        assertThat(told()).isEmpty();
        assertThat(steps.getLast()).isInstanceOf(StepResult.Skipped.class);
    }

    @Test // flows 1.9: 422
    void a_request_that_cannot_be_read_is_refused() {
        var read = MonthlyReplenishment.flow(
                        scenario().allocation().planReplenishment(),
                        scenario().on().credits(),
                        scenario().events())
                .read();
        assertThat(read.apply(Map.of("mode", "full")).isOk()).isTrue();
        assertThat(read.apply(Map.of("mode", "some")).isOk()).isFalse();
        assertThat(read.apply(Map.of("colour", "red")).isOk()).isFalse();
    }
}
