package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BackOff;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one store: schedules, turns between clients, and what people do with runs. Source: flows 1 and 4. */
public abstract class FlowSchedulesContract extends FlowWorld {

    private static final Filter ALL = new Filter(Set.of(), Set.of());

    private final ReferenceFlow reference = new ReferenceFlow();
    private final TenantScope admin = new TenantScope(client, person, Role.ADMIN);
    private final TenantScope member = new TenantScope(client, person, Role.MEMBER);

    @BeforeEach
    void define_the_reference_flow() {
        define(definition(ReferenceFlow.NAME, "0 30 12 * * *"));
    }

    private List<Run> ofPlatform() {
        return in(
                Run.PLATFORM,
                () -> runs().list(
                                Run.PLATFORM, new Filter(Set.of(ReferenceFlow.NAME), Set.of()), Optional.empty(), 100));
    }

    /** Several threads at the same thing, as several nodes are. */
    private static <T> List<T> atOnce(Collection<Callable<T>> works) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(works)) {
                results.add(one.get());
            }
            return results;
        }
    }

    @Test // flows 4, test 20; 1.8: fan-out to one child per client, spread over ten minutes
    void the_same_instant_on_two_nodes_makes_one_run_and_one_child_per_client() throws Exception {
        List<ClientId> clients = IntStream.range(0, 30)
                .mapToObj(n -> new ClientId(UUID.randomUUID()))
                .toList();
        eligible.addAll(clients);
        FlowEngine one = engine(reference.flow());
        FlowEngine two = engine(reference.flow());
        one.fireSchedules().tick();
        pass(Duration.ofHours(1));
        long before = ofPlatform().size();

        List<Integer> fired = atOnce(List.of(one.fireSchedules()::tick, two.fireSchedules()::tick));

        assertThat(fired).containsExactlyInAnyOrder(0, 1);
        assertThat(ofPlatform()).hasSize((int) before + 1);
        Run run = ofPlatform().getFirst();
        assertThat(run.order().key()).isEqualTo(new RunKey("cron:2026-03-02T12:30:00"));
        work(one);
        assertThat(stored(Run.PLATFORM, run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(stored(Run.PLATFORM, run.id()).outcome().counts()).containsEntry("clients", 30L);
        Set<Instant> starts = new HashSet<>();
        for (ClientId each : clients) {
            List<Run> children = in(each, () -> runs().list(each, ALL, Optional.empty(), 10));
            assertThat(children).hasSize(1);
            Run child = children.getFirst();
            assertThat(child.order().parent()).isEqualTo(run.id());
            assertThat(child.order().scheduledFor()).isBetween(now(), now().plus(Duration.ofMinutes(10)));
            starts.add(child.order().scheduledFor());
        }
        assertThat(starts).hasSizeGreaterThan(10);
        pass(Duration.ofMinutes(11));
        work(two);
        assertThat(clients)
                .allSatisfy(each -> assertThat(in(each, () -> runs().list(each, ALL, Optional.empty(), 10))
                                .getFirst()
                                .state())
                        .isEqualTo(RunState.SUCCEEDED));
    }

    @Test // flows 1.8: else recorded as skipped
    void a_start_that_comes_too_late_stays_on_record_as_skipped() {
        FlowEngine engine = engine(reference.flow());
        pass(Duration.ofDays(1));
        engine.fireSchedules().tick();
        pass(Duration.ofHours(28));

        assertThat(engine.fireSchedules().tick()).isZero();

        Run skipped = ofPlatform().getFirst();
        assertThat(skipped.state()).isEqualTo(RunState.CANCELLED);
        assertThat(skipped.outcome().words()).containsEntry("reason", "misfire");
        assertThat(engine.fireSchedules().tick()).isZero();
    }

    @Test // flows 1.6: a cron fire during an active run is recorded as skipped, not queued
    void a_start_while_the_last_one_goes_on_is_recorded_as_skipped() {
        FlowEngine engine = engine(reference.flow());
        pass(Duration.ofDays(10));
        engine.fireSchedules().tick();
        pass(Duration.ofHours(1));
        assertThat(engine.fireSchedules().tick()).isEqualTo(1);
        pass(Duration.ofHours(24));

        assertThat(engine.fireSchedules().tick()).isZero();

        assertThat(ofPlatform().getFirst().outcome().words()).containsEntry("reason", "already_running");
        work(engine);
    }

    @Test // flows 4, test 9
    void of_two_nodes_that_take_one_run_one_gets_it() throws Exception {
        for (int i = 0; i < 5; i++) {
            FlowEngine one = engine(reference.flow());
            FlowEngine two = engine(reference.flow());
            Run run = start(one, ReferenceFlow.NAME, Map.of());
            one.dispatchRuns().tick();
            take().orElseThrow();

            List<Boolean> got = atOnce(List.of(
                    () -> one.executeRun().execute(client, run.id()),
                    () -> two.executeRun().execute(client, run.id())));

            assertThat(got).containsExactlyInAnyOrder(true, false);
            work(one);
            assertThat(stored(run.id()).outcome().counts()).containsEntry("rows", 250L);
        }
    }

    @Test // flows 4, test 19
    void one_send_of_b_goes_out_within_two_ticks_of_ten_thousand_of_a() {
        define(definition("many", null));
        units().onPlatform(() -> {
            runs().insertAll(
                            IntStream.range(0, 10_000)
                                    .mapToObj(n -> many(client, n))
                                    .toList(),
                            List.of(RunStep.pending(1, "one", 1)));
            runs().insertAll(List.of(many(other, 1)), List.of(RunStep.pending(1, "one", 1)));
            queues().signal(WorkClass.SEND, List.of(client, other), now());
        });
        FlowEngine engine = engine(reference.flow());

        assertThat(engine.dispatchRuns().tick())
                .extracting(FlowRuns.Handed::flow)
                .containsOnly("many");
        List<FlowRuns.Handed> first = taken();
        engine.dispatchRuns().tick();
        List<FlowRuns.Handed> second = taken();

        assertThat(Stream.concat(first.stream(), second.stream()).map(FlowRuns.Handed::client))
                .contains(other);
        assertThat(first).filteredOn(handed -> handed.client().equals(client)).hasSize(WorkClass.SEND.perClient());
    }

    @Test // flows 1.3: the platform is no client, and may hold half of a class's threads
    void the_platforms_own_runs_do_not_stand_in_a_clients_queue() {
        int most = WorkClass.SEND.most(Run.PLATFORM);
        List<String> flows =
                IntStream.range(0, 2 * most).mapToObj(n -> "many " + n).toList();
        flows.forEach(flow -> define(definition(flow, null)));
        units().onPlatform(() -> {
            runs().insertAll(
                            flows.stream().map(flow -> many(Run.PLATFORM, flow)).toList(),
                            List.of(RunStep.pending(1, "one", 1)));
            queues().signal(WorkClass.SEND, List.of(Run.PLATFORM), now());
        });
        FlowEngine engine = engine(reference.flow());

        assertThat(engine.dispatchRuns().tick()).hasSize(most);
        assertThat(engine.dispatchRuns().tick())
                .as("until some of them are over")
                .isEmpty();
    }

    private Run many(ClientId of, int n) {
        return queued(of, "many", WorkClass.SEND, "many:" + n, now());
    }

    private Run many(ClientId of, String flow) {
        return queued(of, flow, WorkClass.SEND, flow, now());
    }

    private List<FlowRuns.Handed> taken() {
        return Stream.generate(this::take)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
    }

    @Test // flows 1.3, example 4: in flight is recomputed from live leases within 100 s
    void a_node_that_dies_with_turns_of_a_client_does_not_starve_it() {
        FlowEngine engine = engine(reference.flow());
        Run run = start(engine, ReferenceFlow.NAME, Map.of());
        engine.dispatchRuns().tick();
        taken();
        int before = units().<Integer>onPlatform(() -> queues().inFlight(WorkClass.INTERACTIVE));
        assertThat(before).isEqualTo(1);

        pass(Run.LEASE.plusSeconds(1));
        engine.sweepRuns().sweep();

        assertThat(units().<Integer>onPlatform(() -> queues().inFlight(WorkClass.INTERACTIVE)))
                .isZero();
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test // flows 1.4: rolling upgrade
    void a_node_that_does_not_know_the_flow_leaves_the_run_to_one_that_does() {
        FlowEngine newer = engine(reference.flow());
        FlowEngine older = engine();
        Run run = start(newer, ReferenceFlow.NAME, Map.of());

        work(older);

        assertThat(stored(run.id()).state()).isEqualTo(RunState.QUEUED);
        pass(Duration.ofSeconds(31));
        work(newer);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test // flows 1.9: cooperative
    void a_cancelled_run_stops_at_the_next_chunk_and_one_that_waits_at_once() {
        FlowEngine engine = engine(reference.flow());
        Run waits = start(engine, ReferenceFlow.NAME, Map.of());
        assertThat(engine.steerRuns().cancel(member, waits.id(), AuditEntry.Origin.NONE))
                .isInstanceOfSatisfying(
                        SteerRuns.Outcome.Done.class,
                        done -> assertThat(done.run().state()).isEqualTo(RunState.CANCELLED));
        Run runs = start(engine, ReferenceFlow.NAME, Map.of());
        reference.duringChunk = () -> runs().requestCancel(client, runs.id(), now());

        work(engine);

        assertThat(stored(runs.id()).state()).isEqualTo(RunState.CANCELLED);
        assertThat(stored(runs.id()).counts().done()).isEqualTo(100);
        assertThat(engine.steerRuns().cancel(member, runs.id(), AuditEntry.Origin.NONE))
                .isEqualTo(new SteerRuns.Outcome.WrongState(RunState.CANCELLED));
        assertThat(engine.steerRuns()
                        .cancel(new TenantScope(client, person, Role.VIEWER), runs.id(), AuditEntry.Origin.NONE))
                .isEqualTo(new SteerRuns.Outcome.RoleRequired(Role.MEMBER));
        assertThat(engine.steerRuns()
                        .cancel(new TenantScope(other, person, Role.MEMBER), runs.id(), AuditEntry.Origin.NONE))
                .isEqualTo(new SteerRuns.Outcome.NotFound());
    }

    @Test // flows 1.2: failed|partial → queued by operator retry, resumes at the cursor
    void a_partial_run_that_is_retried_does_only_what_failed() {
        reference.vendor = (item, call) ->
                item.equals("lead-2") ? Optional.of(ReferenceFlow.failure(FailureClass.PERMANENT)) : Optional.empty();
        FlowEngine engine = engine(reference.flow());
        Run run = start(engine, ReferenceFlow.NAME, Map.of());
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.PARTIAL);
        reference.vendor = (item, call) -> Optional.empty();
        assertThat(engine.steerRuns().retry(member, run.id(), AuditEntry.Origin.NONE))
                .isEqualTo(new SteerRuns.Outcome.RoleRequired(Role.ADMIN));

        engine.steerRuns().retry(admin, run.id(), AuditEntry.Origin.NONE);
        work(engine);

        Run done = stored(run.id());
        assertThat(done.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(done.attempt()).isEqualTo(1);
        assertThat(done.counts()).isEqualTo(new Counts(254, 254, 0, 0, 0));
        assertThat(reference.calls).containsExactly("lead-1", "lead-2", "lead-3", "lead-2");
        assertThat(eventsOf(client)).containsExactly("job.finished", "job.finished");
        assertThat(engine.steerRuns().retry(admin, run.id(), AuditEntry.Origin.NONE))
                .isEqualTo(new SteerRuns.Outcome.WrongState(RunState.SUCCEEDED));
    }

    @Test // flows 1.9: settle an unknown item
    void a_person_settles_what_nobody_knew() {
        reference.vendor = (item, call) -> item.equals("lead-3")
                ? Optional.empty()
                : Optional.of(ReferenceFlow.failure(FailureClass.UNKNOWN_OUTCOME));
        FlowEngine engine = engine(reference.flow());
        Run run = start(engine, ReferenceFlow.NAME, Map.of());
        work(engine);
        assertThat(stored(run.id()).counts().unknown()).isEqualTo(2);

        engine.steerRuns().settle(admin, run.id(), "lead-1", true, AuditEntry.Origin.NONE);
        engine.steerRuns().settle(admin, run.id(), "lead-2", false, AuditEntry.Origin.NONE);

        assertThat(stored(run.id()).counts()).isEqualTo(new Counts(254, 253, 1, 0, 0));
        assertThat(engine.steerRuns().settle(admin, run.id(), "lead-1", true, AuditEntry.Origin.NONE))
                .isEqualTo(new SteerRuns.Outcome.NotFound());
        assertThat(engine.listRuns()
                        .items(admin, run.id(), Set.of(ItemState.FAILED), null, 10)
                        .orElseThrow())
                .extracting(item -> item.item().errorCode())
                .containsExactly("NOT_SENT");
    }

    @Test // flows 1.9: enable/disable a flow, open/close a breaker; audited
    void staff_switches_flows_and_breakers_and_each_change_is_on_record() {
        FlowEngine engine = engine(reference.flow());
        engine.platform().enable(person, ReferenceFlow.NAME, false, "vendor moves house", AuditEntry.Origin.NONE);
        assertThat(engine.startRun().start(member, new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k")))
                .isEqualTo(new StartRun.Outcome.SwitchedOff("vendor moves house"));
        engine.platform().enable(person, ReferenceFlow.NAME, true, "", AuditEntry.Origin.NONE);
        engine.platform()
                .open(person, Run.PLATFORM, BreakerScope.AI_BUDGET, "", "Budget spent.", AuditEntry.Origin.NONE);

        assertThat(engine.startRun().start(member, new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k")))
                .isEqualTo(new StartRun.Outcome.Blocked(new Block(BreakerScope.AI_BUDGET, "Budget spent.", null)));
        assertThat(engine.listRuns().breakers(member))
                .extracting(Breaker::message)
                .containsExactly("Budget spent.");

        engine.platform().close(person, Run.PLATFORM, BreakerScope.AI_BUDGET, "", AuditEntry.Origin.NONE);
        assertThat(engine.startRun().start(member, new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k")))
                .isInstanceOf(StartRun.Outcome.Started.class);
        assertThat(engine.platform().change(person, ReferenceFlow.NAME, timed("every day"), AuditEntry.Origin.NONE))
                .isInstanceOf(RunPlatform.Outcome.Invalid.class);
        assertThat(engine.platform().change(person, ReferenceFlow.NAME, timed("0 0 3 * * *"), AuditEntry.Origin.NONE))
                .isEqualTo(new RunPlatform.Outcome.Done());
        assertThat(engine.platform().schedules())
                .filteredOn(schedule -> schedule.definition().flow().equals(ReferenceFlow.NAME))
                .singleElement()
                .satisfies(schedule -> assertThat(schedule.nextAt()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z")));
        assertThat(units().onPlatform(() -> audit().newest(null, 10))).hasSize(5);
    }

    private static RunPlatform.Settings timed(String cron) {
        return new RunPlatform.Settings(true, cron, null, null, null, null);
    }

    @Test // flows 1.8: global runs
    void no_more_runs_of_a_flow_go_on_at_once_than_it_may() {
        define(narrow(1, 2));
        List<ClientId> clients = IntStream.range(0, 5)
                .mapToObj(n -> new ClientId(UUID.randomUUID()))
                .toList();
        units().onPlatform(() -> {
            runs().insertAll(clients.stream().map(this::narrow).toList(), List.of(RunStep.pending(1, "one", 1)));
            queues().signal(WorkClass.LEARNING, clients, now());
            queues().signal(WorkClass.BATCH, clients, now());
        });

        engine(reference.flow()).dispatchRuns().tick();

        assertThat(taken())
                .filteredOn(handed -> clients.contains(handed.client()))
                .hasSize(2);
    }

    @Test // flows 1.1, 1.8: per client runs; what waits behind a flow that is full gets the turn
    void no_more_runs_of_a_flow_go_on_at_once_for_one_client_than_it_may() {
        define(narrow(1, 5));
        ClientId other = new ClientId(UUID.randomUUID());
        run(client, () -> {
            runs().insert(narrow(client, "a", now().minusSeconds(9)), List.of(RunStep.pending(1, "one", 1)));
            runs().insert(narrow(client, "b", now().minusSeconds(8)), List.of(RunStep.pending(1, "one", 1)));
            queues().signal(WorkClass.BATCH, List.of(client), now());
        });
        run(other, () -> {
            runs().insert(narrow(other, "a", now()), List.of(RunStep.pending(1, "one", 1)));
            queues().signal(WorkClass.BATCH, List.of(other), now());
        });
        FlowEngine engine = engine(reference.flow());
        engine.dispatchRuns().tick();
        assertThat(taken()).extracting(FlowRuns.Handed::client).containsExactlyInAnyOrder(client, other);

        Run behind = start(engine, ReferenceFlow.NAME, Map.of());
        pass(Duration.ofSeconds(11));
        engine.dispatchRuns().tick();
        assertThat(taken()).extracting(FlowRuns.Handed::run).containsExactly(behind.id());

        define(narrow(2, 5));
        pass(Duration.ofSeconds(11));
        engine.dispatchRuns().tick();
        assertThat(taken()).extracting(FlowRuns.Handed::client).containsExactly(client);
    }

    private static FlowDefinitions.Definition narrow(int perClient, int global) {
        return new FlowDefinitions.Definition(
                "narrow",
                true,
                null,
                ZoneId.of("Australia/Sydney"),
                Duration.ZERO,
                perClient,
                global,
                null,
                BackOff.RUN,
                null,
                null,
                0);
    }

    private Run narrow(ClientId of) {
        return narrow(of, "narrow", now());
    }

    private Run narrow(ClientId of, String subject, Instant due) {
        return queued(of, "narrow", WorkClass.BATCH, subject, due);
    }

    @Test // flows 1.3: a tick asks once what waits at all
    void a_class_is_named_from_the_moment_on_at_which_something_of_it_is_due() {
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        units().onPlatform(() -> queues().signal(WorkClass.LEARNING, List.of(client), longAgo));

        assertThat(units().<Set<WorkClass>>onPlatform(() -> queues().waiting(longAgo.minusSeconds(1))))
                .isEmpty();
        assertThat(units().<Set<WorkClass>>onPlatform(() -> queues().waiting(longAgo)))
                .containsExactly(WorkClass.LEARNING);
    }
}
