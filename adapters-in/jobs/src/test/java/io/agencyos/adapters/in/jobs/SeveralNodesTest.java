package io.agencyos.adapters.in.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.SeededRandom;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresExecutions;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowClients;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowDefinitions;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowNodes;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowRuns;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresRateBuckets;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresRunClock;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresTenantQueues;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes in one process on one database, driven by the real scheduler. Source: flows 1.1, 4. */
class SeveralNodesTest {

    private static final String FLOW = "lead_import";
    private static final int CLIENTS = 12;
    private static final int CHUNKS = 3;

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(CLIENTS);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger leasesLost = new AtomicInteger();

    @BeforeEach
    void forget_the_runs_of_other_tests() throws SQLException {
        database.clear();
    }

    @Test // flows 4, test 9: each run is one node's
    void two_nodes_execute_every_run_once() throws Exception {
        FlowEngine one = node("one");
        FlowEngine two = node("two");
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            runs.add(started(one));
        }
        try (JobRunner first = runner(one);
                JobRunner second = runner(two)) {
            assertThat(ended.await(2, TimeUnit.MINUTES))
                    .as("%s and %s execute %d runs", first, second, CLIENTS)
                    .isTrue();
        }
        assertThat(done).hasSize(CLIENTS * CHUNKS).doesNotHaveDuplicates();
        assertThat(runs).allSatisfy(run -> {
            Run stored = stored(run);
            assertThat(stored.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(stored.fence()).isEqualTo(1);
            assertThat(stored.outcome().counts()).containsEntry("chunks", (long) CHUNKS);
        });
    }

    @Test // flows 4, test 16: leases and due dates are the database's time, whatever a node's own clock says
    void a_run_that_is_leased_by_the_databases_time_is_left_alone() {
        Run run = started(node("one"));
        FlowEngine holder = node("holder");
        holder.beat();
        assertThat(holder.dispatchRuns().tick())
                .extracting(handed -> handed.run())
                .contains(run.id());

        assertThat(holder.sweepRuns().sweep().resumed()).isZero();

        Duration left = Duration.between(
                database.unitOfWork().onPlatform(new PostgresRunClock()::now),
                database.unitOfWork()
                        .inTenant(
                                TenantScope.worker(run.client()),
                                () -> new PostgresFlowRuns().find(run.client(), run.id()))
                        .orElseThrow()
                        .lease()
                        .until());
        assertThat(left).isBetween(Duration.ofSeconds(30), Run.LEASE);
    }

    @Test // flows 1.4, 4: a node dies in the middle of a run; the other resumes at the checkpoint, no step twice
    void a_run_whose_node_dies_is_finished_by_the_other_from_its_checkpoint() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        FlowEngine dying = node("dying", flow("dying/", () -> hangs(stuck, released)));
        FlowEngine heir = node("heir", flow("heir/", () -> {}));
        Run run = started(dying);
        dying.beat();
        FlowRuns.Handed handed = dying.dispatchRuns().tick().getFirst();
        Thread zombie = Thread.startVirtualThread(() -> dying.executeRun().execute(handed.client(), handed.run()));
        assertThat(stuck.await(1, TimeUnit.MINUTES)).isTrue();

        expireLeases();
        heir.sweepRuns().sweep();
        try (JobRunner other = runner(heir)) {
            assertThat(over.await(1, TimeUnit.MINUTES)).as("ended on %s", other).isTrue();
        }
        released.countDown();
        zombie.join();

        assertThat(done).containsExactly("dying/1", "dying/2", "heir/2", "heir/3");
        assertThat(stored(run).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(stored(run).outcome().counts()).containsEntry("chunks", 3L);
        assertThat(stored(run).fence()).isEqualTo(2);
        assertThat(leasesLost)
                .as("what the dead one wrote when it woke was refused")
                .hasValue(1);
    }

    private static void hangs(CountDownLatch stuck, CountDownLatch released) {
        stuck.countDown();
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void expireLeases() throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update flow_run set lease_until = now() - interval '1 second' where lease_until is not null");
        }
    }

    private Run stored(Run run) {
        return database.unitOfWork()
                .inTenant(
                        TenantScope.worker(run.client()),
                        () -> new PostgresFlowRuns()
                                .find(run.client(), run.id())
                                .orElseThrow());
    }

    private JobRunner runner(FlowEngine engine) {
        engine.beat();
        return JobRunner.start(
                database.database().pool(DatabaseRole.PLATFORM), FlowJobs.of(engine), List.of(FlowJobs.turn(engine)));
    }

    private Run started(FlowEngine engine) {
        TenantScope somebody =
                new TenantScope(new ClientId(UUID.randomUUID()), new UserId(UUID.randomUUID()), Role.MEMBER);
        StartRun.Outcome outcome = engine.startRun()
                .start(
                        somebody,
                        new StartRun.Request(FLOW, Map.of(), UUID.randomUUID().toString()));
        if (outcome instanceof StartRun.Outcome.Started(Run run)) {
            return run;
        }
        throw new AssertionError(outcome);
    }

    private FlowEngine node(String name) {
        return node(name, flow("", () -> {}));
    }

    private FlowEngine node(String name, Flow<?> flow) {
        FlowPorts ports = new FlowPorts(
                new PostgresFlowRuns(),
                new PostgresTenantQueues(),
                new PostgresExecutions(),
                new PostgresFlowDefinitions(),
                new PostgresBreakers(),
                new PostgresRateBuckets(),
                new PostgresFlowClients(),
                new PostgresFlowNodes(),
                new PostgresRunClock(),
                new PostgresEvents(),
                new PostgresAudit());
        FlowMeters meters = new FlowMeters(new SimpleMeterRegistry()) {
            @Override
            public void ended(String flow, RunState state, Duration took, BigDecimal cost) {
                super.ended(flow, state, took, cost);
                ended.countDown();
                over.countDown();
            }

            @Override
            public void leaseLost() {
                super.leaseLost();
                leasesLost.incrementAndGet();
            }
        };
        return new FlowEngine(
                List.of(flow),
                ports,
                database.unitOfWork(),
                new FlowEngine.Node(
                        name, System::nanoTime, new SeededRandom(7), UUID::randomUUID, renew -> () -> {}, meters));
    }

    /** @param duringTheSecond what happens before the second chunk is committed */
    private Flow<?> flow(String who, Runnable duringTheSecond) {
        return new Flow<Optional<Void>>(
                FLOW,
                1,
                WorkClass.INTERACTIVE,
                Role.MEMBER,
                Set.of(),
                true,
                Flow::nothing,
                List.of(new FlowStep.Calling<>("count", 1, context -> chunk(who, duringTheSecond, context))));
    }

    private StepResult chunk(String who, Runnable duringTheSecond, StepContext<Optional<Void>> context) {
        int chunk = context.cursor() == null ? 1 : Integer.parseInt(context.cursor());
        done.add((who.isEmpty() ? context.run().id().text() + "/" : who) + chunk);
        if (chunk == 2) {
            duringTheSecond.run();
        }
        Counts counts = Counts.done(CHUNKS, chunk);
        Outcome outcome = Outcome.count("chunks", 1);
        return chunk < CHUNKS
                ? new StepResult.More(Integer.toString(chunk + 1), counts, outcome)
                : new StepResult.Done(counts, outcome);
    }
}
