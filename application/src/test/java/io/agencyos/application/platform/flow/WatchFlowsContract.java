package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.application.platform.flow.store.SendBacklog;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.RateBucket;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff is told of the engine, and what it can see and do there. Source: flows 1.9, 1.10. */
public abstract class WatchFlowsContract extends FlowWorld {

    private final ReferenceFlow reference = new ReferenceFlow();

    protected abstract RunFigures figures();

    protected abstract Alerts alerts();

    @BeforeEach
    void define_the_reference_flow() {
        define(definition(ReferenceFlow.NAME, "0 0 * * * *"));
    }

    private WatchFlows watch() {
        return new WatchFlows(ports(), figures(), alerts(), units(), metrics, () -> paces, sends);
    }

    private List<String> open() {
        watch().check();
        return units().onPlatform(() -> alerts().open(20)).stream()
                .map(Alert::fingerprint)
                .filter(fingerprint -> fingerprint.startsWith("flows:"))
                .toList();
    }

    private List<RateBucket> paces = List.of();
    private SendBacklog sends = SendBacklog.NONE;

    /** So many touches are due, the first of them since then. */
    private record Touches(int due, Instant since) implements SendBacklog {
        @Override
        public RunFigures.Backlog everywhere(Instant now) {
            return new RunFigures.Backlog(WorkClass.SEND, due, since, 2);
        }

        @Override
        public RunFigures.Backlog of(ClientId client, Instant now) {
            return everywhere(now);
        }
    }

    @Test // flows 1.10: alert: oldest due send > 15 min inside its window; 1.9: backlog per work class
    void sends_that_nobody_looks_at_are_told_after_a_quarter_of_an_hour() {
        sends = new Touches(7, now().minus(Duration.ofMinutes(15)));
        assertThat(open()).isEmpty();
        assertThat(backlog(WorkClass.SEND))
                .isEqualTo(new RunFigures.Backlog(WorkClass.SEND, 7, now().minus(Duration.ofMinutes(15)), 2));
        assertThat(watch().waiting(viewer(client)).backlogs()).contains(backlog(WorkClass.SEND));
        watch().measure();
        assertThat(metrics.oldestDue).containsEntry(WorkClass.SEND, Duration.ofMinutes(15));

        pass(Duration.ofSeconds(1));
        assertThat(open()).containsExactly("flows:backlog:send");
        sends = SendBacklog.NONE;
        assertThat(open()).isEmpty();
    }

    @Test // flows 1.9: platform page: per-vendor bucket level, of what is stored and of this process
    void staff_see_how_many_calls_each_account_has_left() {
        RateBucket calls = RateBucket.full("apollo/1f9a77c0", 10, BigDecimal.valueOf(3), now());
        paces = List.of(calls);
        assertThat(watch().buckets()).contains(calls);
    }

    private static TenantScope viewer(ClientId of) {
        return new TenantScope(of, new UserId(UUID.randomUUID()), Role.VIEWER);
    }

    private FlowEngine engine() {
        return engine(reference.flow());
    }

    private RunFigures.Backlog backlog(WorkClass work) {
        return watch().look().backlogs().get(work.ordinal());
    }

    @Test // flows 1.9: backlog and oldest due per class; 1.10: flow_oldest_due_seconds; an alert while it lasts
    void work_that_waits_is_counted_and_told_after_a_quarter_of_an_hour() {
        FlowEngine engine = engine();
        start(engine, ReferenceFlow.NAME, Map.of());
        pass(Duration.ofMinutes(14));
        assertThat(backlog(WorkClass.INTERACTIVE))
                .isEqualTo(new RunFigures.Backlog(WorkClass.INTERACTIVE, 1, MONDAY, 0));
        assertThat(open()).isEmpty();
        watch().measure();
        assertThat(metrics.due).containsEntry(WorkClass.INTERACTIVE, 1).containsEntry(WorkClass.SEND, 0);
        assertThat(watch().waiting(viewer(client)).backlogs().getFirst()).isEqualTo(backlog(WorkClass.INTERACTIVE));
        TenantScope other = viewer(new ClientId(UUID.randomUUID()));
        assertThat(watch().waiting(other).backlogs())
                .as("nobody sees what waits for others")
                .allSatisfy(waiting -> assertThat(waiting.due()).isZero());
        assertThat(metrics.oldestDue)
                .containsEntry(WorkClass.INTERACTIVE, Duration.ofMinutes(14))
                .containsEntry(WorkClass.SEND, Duration.ZERO);

        pass(Duration.ofMinutes(2));
        assertThat(open()).containsExactly("flows:backlog:interactive");
        engine.dispatchRuns().tick();
        assertThat(backlog(WorkClass.INTERACTIVE)).isEqualTo(new RunFigures.Backlog(WorkClass.INTERACTIVE, 0, null, 1));
        work(engine);

        assertThat(open()).isEmpty();
        assertThat(watch().look().latency())
                .contains(new RunFigures.Latency(Duration.ofMinutes(16), Duration.ofMinutes(16)));
    }

    @Test // flows 1.9: flow history with a success-rate over 30 days, and the next run of each flow
    void a_client_sees_how_its_runs_of_the_last_thirty_days_ended_and_nobody_elses() {
        FlowEngine engine = engine();
        ClientId other = new ClientId(UUID.randomUUID());
        start(engine, ReferenceFlow.NAME, Map.of());
        work(engine);
        pass(Duration.ofDays(1));
        start(engine, ReferenceFlow.NAME, Map.of());
        start(engine, other, ReferenceFlow.NAME, Map.of());

        RunFigures.Ended one = history(client);
        work(engine);
        RunFigures.Ended two = history(client);

        assertThat(one.all()).as("the second is under way").isEqualTo(1);
        assertThat(two.all()).isEqualTo(2);
        assertThat(history(other).all()).isEqualTo(1);
        pass(Duration.ofDays(29).plusSeconds(1));
        assertThat(history(client).all()).isEqualTo(1);
        assertThat(new RunFigures.Ended(29, 2, 0).successRate()).contains(new BigDecimal("93.5"));
        assertThat(new RunFigures.Ended(0, 0, 0).successRate()).isEmpty();
    }

    private RunFigures.Ended history(ClientId of) {
        return watch().history(TenantScope.worker(of)).stream()
                .filter(line -> line.flow().equals(ReferenceFlow.NAME))
                .peek(line -> assertThat(line.nextAt()).isAfter(now()))
                .map(WatchFlows.History::ended)
                .findFirst()
                .orElseThrow();
    }

    @Test // flows 1.4: a version that nobody knows: an alert after 15 minutes, however often it is put back
    void a_run_that_no_node_knows_is_told_of() {
        start(engine(), ReferenceFlow.NAME, Map.of());
        FlowEngine older = engine(units());
        for (int i = 0; i < 33; i++) {
            work(older);
            pass(Duration.ofSeconds(31));
        }

        assertThat(open()).containsExactly("flows:backlog:interactive");
    }

    @Test // flows 1.10: dead executions >3 in 10 min
    void four_deaths_within_ten_minutes_are_told_of() {
        for (int i = 0; i < 4; i++) {
            start(engine(), new ClientId(UUID.randomUUID()), ReferenceFlow.NAME, Map.of());
        }
        units().onPlatform(() -> nodes().beat("one", now()));
        engine().dispatchRuns().tick();
        pass(Run.LEASE.plusSeconds(1));
        engine().sweepRuns().sweep();

        assertThat(watch().look().resumed()).isEqualTo(4);
        assertThat(open()).containsExactly("flows:dead");
        work(engine());
        pass(Duration.ofMinutes(11));
        assertThat(open()).isEmpty();
    }

    @Test // flows 1.10: any unknown older than 24 h
    void what_nobody_knows_for_a_day_is_told_of_until_a_person_settles_it() {
        reference.vendor = (item, call) -> item.equals("lead-1")
                ? Optional.of(ReferenceFlow.failure(FailureClass.UNKNOWN_OUTCOME))
                : Optional.empty();
        FlowEngine engine = engine();
        Run run = start(engine, ReferenceFlow.NAME, Map.of());
        work(engine);
        pass(Duration.ofHours(24));
        assertThat(open()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(open()).containsExactly("flows:unknown");

        engine.steerRuns()
                .settle(new TenantScope(client, person, Role.ADMIN), run.id(), "lead-1", true, AuditEntry.Origin.NONE);
        assertThat(open()).isEmpty();
    }

    @Test // flows 1.10: a flow with 0 successes in 2 expected intervals; for credit_reset that is 2 h
    void a_flow_that_does_not_succeed_for_two_intervals_is_told_of() {
        FlowEngine engine = engine();
        engine.fireSchedules().tick();
        pass(Duration.ofHours(1));
        engine.fireSchedules().tick();
        work(engine);
        pass(Duration.ofMinutes(119));
        assertThat(open()).isEmpty();

        pass(Duration.ofMinutes(1));
        assertThat(open()).containsExactly("flows:fruitless:reference");
        engine.fireSchedules().tick();
        work(engine);
        assertThat(open()).isEmpty();
    }

    @Test // flows 1.5: BUG: 1 retry, then failed + alert with stack fingerprint
    void a_defect_is_told_of_by_its_fingerprint() {
        reference.duringChunk = () -> {
            throw new IllegalStateException("secret of jo@example.com");
        };
        FlowEngine engine = engine();
        Run run = start(engine, ReferenceFlow.NAME, Map.of());
        work(engine);
        pass(Duration.ofMinutes(2));
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.FAILED);

        assertThat(watch().check()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint()).startsWith("flows:defect:reference:");
            assertThat(alert.detail().get("fingerprint")).contains("IllegalStateException at ");
            assertThat(alert.toString()).doesNotContain("jo@");
        });
    }

    @Test // flows 1.9: staff starts a schedule now, sets limits, and finds a run without its client
    void staff_starts_a_flow_now_and_sets_its_limits() {
        FlowEngine engine = engine();
        RunPlatform platform = engine.platform();
        eligible.add(client);

        RunPlatform.Started first =
                platform.start(person, ReferenceFlow.NAME, "after an outage", AuditEntry.Origin.NONE);
        RunPlatform.Started second = platform.start(person, ReferenceFlow.NAME, "again", AuditEntry.Origin.NONE);

        Run run = ((RunPlatform.Started.Now) first).run();
        assertThat(second)
                .isInstanceOfSatisfying(
                        RunPlatform.Started.Before.class,
                        again -> assertThat(again.run().id()).isEqualTo(run.id()));
        assertThat(run.client()).isEqualTo(Run.PLATFORM);
        assertThat(platform.clientOf(run.id())).contains(Run.PLATFORM);
        work(engine);
        assertThat(stored(Run.PLATFORM, run.id()).outcome().counts()).containsEntry("clients", 1L);
        assertThat(platform.start(person, "nothing", "why", AuditEntry.Origin.NONE))
                .isEqualTo(new RunPlatform.Started.NotFound());

        platform.change(
                person,
                ReferenceFlow.NAME,
                new RunPlatform.Settings(false, null, Duration.ofMinutes(5), 2, 3, null),
                AuditEntry.Origin.NONE);
        assertThat(platform.schedules())
                .filteredOn(schedule -> schedule.definition().flow().equals(ReferenceFlow.NAME))
                .singleElement()
                .satisfies(schedule -> {
                    assertThat(schedule.definition().misfire()).isEqualTo(Duration.ofMinutes(5));
                    assertThat(schedule.definition().perClientMax()).isEqualTo(2);
                    assertThat(schedule.definition().globalMax()).isEqualTo(3);
                    assertThat(schedule.definition().cron()).isEqualTo("0 0 * * * *");
                    assertThat(schedule.definition().deadline()).isEqualTo(Duration.ofHours(4));
                });
    }
}
