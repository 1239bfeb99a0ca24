package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.flow.MonthlyReplenishment;
import io.agencyos.application.allocation.flow.PoolAssignment;
import io.agencyos.application.allocation.sourcing.PoolPopulation;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.LeaseKeeper;
import io.agencyos.application.platform.flow.RunMetrics;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BackOff;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A night in which a month begins, by the schedules of an installation. Source: flows 1.2, 1.3, 2.16, scoring POOL-12. */
public abstract class MonthsTurnStories extends AssignmentSteps {

    private static final BillingPeriod APRIL = new BillingPeriod(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
    private static final Instant MIDNIGHT =
            APRIL.start().atStartOfDay(BillingPeriod.ZONE).toInstant();
    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final Duration DEADLINE = Duration.ofHours(4);
    private static final int POOL = 60;

    private final Random seeded = new Random(7);

    /** Stores of flows on the same units of work. */
    protected abstract FlowStand stand();

    /** The flows that a reset sets going, as an installation is delivered with them. */
    private FlowEngine engine(Asking asking) {
        define(MonthlyReplenishment.FLOW, "0 10 * * * *", Duration.ofSeconds(Integer.MAX_VALUE), DEADLINE);
        define(PoolAssignment.FLOW, "0 30 6 * * *", Duration.ofHours(3), Duration.ofMinutes(30));
        define(PoolPopulation.FLOW, null, Duration.ZERO, Duration.ofHours(8));
        FlowStand.Stores stores = stand().stores();
        FlowPorts ports = new FlowPorts(
                stores.runs(),
                stores.queues(),
                stores.executions(),
                stores.definitions(),
                stores.breakers(),
                stores.buckets(),
                new Sole(asking.client()),
                stores.nodes(),
                stand().clock(now::get),
                stores.events(),
                stores.audit());
        var allocation = scenario().allocation();
        var on = scenario().on();
        return new FlowEngine(
                List.of(
                        MonthlyReplenishment.flow(
                                allocation.planReplenishment(),
                                on.credits(),
                                scenario().events()),
                        PoolAssignment.flow(
                                allocation.assignPoolLeads(),
                                allocation.topUpCampaigns(),
                                on.world().campaigns(),
                                on.outreach().enrolments(),
                                on.units()),
                        PoolPopulation.flow(
                                nobody -> Optional.empty(),
                                scenario().stockPool(),
                                allocation.sourcingPlan(),
                                alert -> {
                                    throw new AssertionError(alert);
                                },
                                on.units())),
                ports,
                on.units(),
                new FlowEngine.Node(
                        "night", () -> 0, new Chance(), UUID::randomUUID, LeaseKeeper.none(), RunMetrics.none()));
    }

    private void define(String flow, @Nullable String cron, Duration misfire, Duration deadline) {
        stand().define(new Definition(
                flow, true, cron, BillingPeriod.ZONE, misfire, 1, 10, deadline, BackOff.RUN, null, null, 0));
    }

    /** Lets the process look after its flows until then. */
    private void liveUntil(FlowEngine engine, Instant end) {
        while (now.get().isBefore(end)) {
            engine.beat();
            engine.drain();
            now.updateAndGet(at -> at.plus(LOOK));
        }
    }

    private void begins(Asking asking) {
        int left = balance(asking);
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .credits()
                                .beginPeriod(asking.client(), APRIL, CreditReset.of(left, QUOTA, QUOTA)));
    }

    private List<Run> runs(ClientId of, String... flows) {
        return scenario()
                .on()
                .units()
                .inTenant(
                        TenantScope.worker(of),
                        () -> stand().stores()
                                .runs()
                                .list(of, new Filter(Set.of(flows), Set.of()), Optional.empty(), 100));
    }

    private long replenished() {
        return scenario().told().stream()
                .filter(event -> event.name() == EventName.REPLENISHMENT_COMPLETED)
                .count();
    }

    @Test // flows 2.16: once a month, in the hour after the reset, long before its deadline; nothing of the night is
    // late
    void the_month_that_begins_at_midnight_is_filled_within_the_hour_and_once() {
        Asking asking = scenario().asking();
        scenario().pool(POOL);
        now.set(MIDNIGHT.minus(Duration.ofHours(2)));
        FlowEngine engine = engine(asking);
        liveUntil(engine, MIDNIGHT);
        assertThat(runs(asking.client(), MonthlyReplenishment.FLOW))
                .as("the old month")
                .isEmpty();

        begins(asking);
        liveUntil(engine, MIDNIGHT.plus(Duration.ofHours(8)));

        assertThat(runs(asking.client(), MonthlyReplenishment.FLOW))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.state()).as("the pool has too few").isEqualTo(RunState.PARTIAL);
                    assertThat(run.outcome().counts()).containsEntry("assigned", (long) POOL);
                    assertThat(run.finishedAt()).isBefore(MIDNIGHT.plus(Duration.ofHours(1)));
                });
        assertThat(leads(asking)).hasSize(POOL);
        assertThat(replenished()).isEqualTo(1);
        List<Run> all = new ArrayList<>(runs(asking.client()));
        all.addAll(runs(Run.PLATFORM));
        assertThat(all).hasSizeGreaterThan(9).allSatisfy(run -> {
            assertThat(run.state()).isIn(RunState.SUCCEEDED, RunState.PARTIAL);
            assertThat(run.lastError()).isNull();
        });
    }

    @Test // flows 1.3: a run whose turn comes after its deadline fails; the month is asked for again by the account
    void a_month_whose_run_came_too_late_is_filled_by_the_next_hours_run() {
        Asking asking = scenario().asking();
        scenario().pool(POOL);
        now.set(MIDNIGHT.minus(LOOK));
        FlowEngine engine = engine(asking);
        liveUntil(engine, MIDNIGHT);
        begins(asking);
        now.set(MIDNIGHT.plus(Duration.ofMinutes(10)));
        engine.fireSchedules().tick();
        engine.dispatchRuns().tick().forEach(run -> engine.executeRun().execute(run.client(), run.run()));
        assertThat(runs(asking.client(), MonthlyReplenishment.FLOW))
                .as("ordered, and nobody is there to do it")
                .singleElement()
                .satisfies(run -> assertThat(run.state().isEnded()).isFalse());

        now.set(MIDNIGHT.plus(DEADLINE).plus(Duration.ofHours(1)));
        liveUntil(engine, MIDNIGHT.plus(DEADLINE).plus(Duration.ofHours(3)));

        assertThat(runs(asking.client(), MonthlyReplenishment.FLOW))
                .extracting(Run::state)
                .containsExactlyInAnyOrder(RunState.FAILED, RunState.PARTIAL);
        assertThat(runs(asking.client(), MonthlyReplenishment.FLOW))
                .filteredOn(run -> run.state() == RunState.FAILED)
                .allSatisfy(run -> assertThat(run.lastError().code()).isEqualTo("DEADLINE"));
        assertThat(leads(asking)).hasSize(POOL);
        assertThat(replenished()).isEqualTo(1);
    }

    /** The one client there is, in good standing. */
    private record Sole(ClientId client) implements FlowClients {

        @Override
        public List<ClientId> eligible(@Nullable ClientId after, int limit) {
            return after == null ? List.of(client) : List.of();
        }

        @Override
        public Optional<Standing> standing(ClientId of) {
            return Optional.of(new Standing(null, SubscriptionStatus.ACTIVE, QUOTA, null));
        }
    }

    private final class Chance implements RandomSource {

        @Override
        public long nextLong() {
            return seeded.nextLong();
        }

        @Override
        public void nextBytes(byte[] target) {
            seeded.nextBytes(target);
        }
    }
}
