package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.flow.PoolAssignment;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The flow that fills campaigns from the pool every morning. Source: flows 2.4. */
public abstract class PoolAssignmentContract extends AssignmentSteps {

    private Flow<PoolAssignment.Wanted> flow() {
        return PoolAssignment.flow(
                scenario().allocation().assignPoolLeads(),
                scenario().allocation().topUpCampaigns(),
                scenario().on().world().campaigns(),
                scenario().on().outreach().enrolments(),
                scenario().on().units());
    }

    private StepResult claim(Run run, PoolAssignment.Wanted wanted, @Nullable String cursor) {
        FlowStep<PoolAssignment.Wanted> step = flow().steps().getFirst();
        if (step instanceof FlowStep.Calling<PoolAssignment.Wanted> calling) {
            return calling.work()
                    .apply(new StepContext<>(
                            run, wanted, cursor, Counts.NONE, scenario().now(), new StepsByHand(flow()).others()));
        }
        throw new AssertionError(step);
    }

    private Run runOf(Asking asking) {
        return Run.queued(
                new Run.Order(
                        new RunId(UUID.randomUUID()),
                        asking.client(),
                        PoolAssignment.FLOW,
                        1,
                        WorkClass.BATCH,
                        RunTrigger.PARENT,
                        null,
                        null,
                        RunKey.event(UUID.randomUUID()),
                        PoolAssignment.FLOW,
                        Map.of(),
                        scenario().now(),
                        null,
                        scenario().now()),
                null);
    }

    private PoolAssignment.Wanted wanted(Map<String, String> params) {
        return flow().read().apply(params).orElseThrow();
    }

    @Test // flows 2.4: cron: at least 20; smallest buffer first, one campaign at a time
    void every_morning_the_emptiest_campaign_is_filled_first() {
        Asking asking = scenario().asking();
        Campaign second = Campaignbook.active(
                asking.client(),
                PermissionMode.AUTOPILOT,
                "Second wave",
                scenario().now());
        scenario()
                .run(
                        asking.client(),
                        () -> scenario().on().world().campaigns().insert(second, Campaignbook.emails(second)));
        scenario().pool(60);
        done(assign(asking, 5, "monday"));
        Run run = runOf(asking);

        StepResult first = claim(run, wanted(Map.of()), null);

        assertThat(first).isInstanceOfSatisfying(StepResult.More.class, more -> {
            assertThat(more.cursor()).isEqualTo(asking.campaign().id().text());
            assertThat(more.outcome().counts()).containsEntry("requested", 20L).containsEntry("claimed", 20L);
        });
        assertThat(claim(run, wanted(Map.of()), asking.campaign().id().text()))
                .isInstanceOfSatisfying(
                        StepResult.Done.class,
                        last -> assertThat(last.outcome().counts()).containsEntry("claimed", 20L));
        assertThat(balance(asking)).isEqualTo(QUOTA - 45);
    }

    @Test // flows 4, test 4: a resumed run never over-claims
    void a_chunk_that_is_done_again_after_a_crash_claims_nobody_more() {
        Asking asking = scenario().asking();
        scenario().pool(40);
        Run run = runOf(asking);
        PoolAssignment.Wanted ten = wanted(
                Map.of("count", "10", "campaign_id", asking.campaign().id().text()));

        StepResult once = claim(run, ten, null);
        StepResult again = claim(run, ten, null);

        assertThat(again).isEqualTo(once);
        assertThat(balance(asking)).isEqualTo(QUOTA - 10);
    }

    @Test // flows 2.4: shortfall → partial
    void too_few_people_are_a_shortfall_that_tells_why() {
        Asking asking = scenario().asking();
        scenario().pool(3);

        StepResult result = claim(
                runOf(asking),
                wanted(Map.of(
                        "count", "10", "campaign_id", asking.campaign().id().text())),
                null);

        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Done.class,
                        done -> assertThat(done.outcome().counts())
                                .containsEntry("claimed", 3L)
                                .containsEntry(Outcome.SHORTFALL, 7L));
    }

    @Test // flows 1.9: 422
    void a_request_that_cannot_be_read_is_refused() {
        assertThat(flow().read().apply(Map.of("count", "0")).isOk()).isFalse();
        assertThat(flow().read().apply(Map.of("count", "1001")).isOk()).isFalse();
        assertThat(flow().read().apply(Map.of("campaign_id", "x")).isOk()).isFalse();
        assertThat(flow().read().apply(Map.of("colour", "red")).isOk()).isFalse();
    }

    @Test // flows 2.4, scoring POOL-8, POOL-12: the morning's run serves all clients together; again, it claims nobody
    // more
    void the_mornings_run_tops_up_the_campaigns_of_all_clients() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(300);
        StepsByHand morning = new StepsByHand(flow());
        Instant seven = Instant.parse("2026-03-02T20:00:00Z");
        now.set(seven);

        Outcome came = morning.onPlatform(seven).outcome();

        assertThat(came.counts()).containsEntry("campaigns", 2L).containsEntry("claimed", 228L);
        assertThat(balance(one)).isEqualTo(QUOTA - 114);
        assertThat(morning.onPlatform(seven).outcome()).isEqualTo(Outcome.count("campaigns", 0));
        assertThat(balance(one)).isEqualTo(QUOTA - 114);
        assertThat(balance(two)).isEqualTo(QUOTA - 114);
    }
}
