package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.platform.flow.store.Executions;
import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowNodes;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.platform.flow.store.RateBuckets;
import io.agencyos.application.platform.flow.store.TenantQueues;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BackOff;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores under test, a clock that stands until it is moved, and engines that are driven by hand. */
public abstract class FlowWorld {

    protected static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(MONDAY);
    private final AtomicLong chance = new AtomicLong();

    protected final ClientId client = new ClientId(UUID.randomUUID());
    protected final ClientId other = new ClientId(UUID.randomUUID());
    protected final UserId person = new UserId(UUID.randomUUID());
    protected final Counting metrics = new Counting();
    protected final List<ClientId> eligible = new ArrayList<>();
    protected FlowClients.@Nullable Standing standing;

    /** The stores under test, empty. */
    protected abstract FlowStand stand();

    protected final UnitOfWork units() {
        return stand().stores().units();
    }

    protected final FlowRuns runs() {
        return stand().stores().runs();
    }

    protected final TenantQueues queues() {
        return stand().stores().queues();
    }

    protected final Executions executions() {
        return stand().stores().executions();
    }

    protected final FlowDefinitions definitions() {
        return stand().stores().definitions();
    }

    protected final Breakers breakers() {
        return stand().stores().breakers();
    }

    protected final RateBuckets buckets() {
        return stand().stores().buckets();
    }

    protected final FlowNodes nodes() {
        return stand().stores().nodes();
    }

    protected final Events events() {
        return stand().stores().events();
    }

    protected final Audit audit() {
        return stand().stores().audit();
    }

    protected final void define(Definition definition) {
        stand().define(definition);
    }

    protected final Optional<FlowRuns.Handed> take() {
        return stand().take();
    }

    protected final List<String> eventsOf(ClientId of) {
        return stand().eventsOf(of);
    }

    protected final Instant now() {
        return time.get();
    }

    protected final void pass(Duration span) {
        time.updateAndGet(at -> at.plus(span));
    }

    protected final FlowPorts ports() {
        return new FlowPorts(
                runs(),
                queues(),
                executions(),
                definitions(),
                breakers(),
                buckets(),
                new Listed(),
                nodes(),
                stand().clock(this::now),
                events(),
                audit());
    }

    protected final FlowEngine engine(UnitOfWork on, Flow<?>... flows) {
        return engine(on, () -> 0, flows);
    }

    /** @param nanos the clock by which a turn is measured */
    protected final FlowEngine engine(UnitOfWork on, LongSupplier nanos, Flow<?>... flows) {
        FlowEngine.Node node = new FlowEngine.Node(
                "node-" + UUID.randomUUID(), nanos, new NoChance(), UUID::randomUUID, LeaseKeeper.none(), metrics);
        return new FlowEngine(List.of(flows), ports(), on, node);
    }

    protected final FlowEngine engine(Flow<?>... flows) {
        return engine(units(), flows);
    }

    /** Lets an engine work until nothing is left to do now. */
    protected final void work(FlowEngine engine) {
        boolean worked = true;
        while (worked) {
            engine.dispatchRuns().tick();
            worked = false;
            for (Optional<FlowRuns.Handed> next = take(); next.isPresent(); next = take()) {
                worked |= engine.executeRun()
                        .execute(next.get().client(), next.get().run());
            }
        }
    }

    /** Starts a flow as a person would. */
    protected final Run start(FlowEngine engine, String flow, Map<String, String> params) {
        return start(engine, client, flow, params);
    }

    protected final Run start(FlowEngine engine, ClientId of, String flow, Map<String, String> params) {
        TenantScope scope = new TenantScope(of, person, Role.MEMBER);
        StartRun.Outcome outcome = engine.startRun()
                .start(
                        scope,
                        new StartRun.Request(flow, params, UUID.randomUUID().toString()));
        if (outcome instanceof StartRun.Outcome.Started(Run run)) {
            return run;
        }
        throw new AssertionError(outcome);
    }

    protected final Run stored(RunId id) {
        return stored(client, id);
    }

    protected final Run stored(ClientId of, RunId id) {
        return in(of, () -> runs().find(of, id)).orElseThrow();
    }

    protected final List<RunStep> steps(RunId id) {
        return in(client, () -> runs().steps(client, id));
    }

    protected final <T> T in(ClientId of, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(of), work);
    }

    protected final void run(ClientId of, Runnable work) {
        units().inTenant(TenantScope.worker(of), work);
    }

    protected static Definition definition(String flow, @Nullable String cron) {
        return new Definition(
                flow,
                true,
                cron,
                ZoneId.of("Australia/Sydney"),
                Duration.ofHours(3),
                3,
                100,
                Duration.ofHours(4),
                BackOff.RUN,
                null,
                null,
                0);
    }

    /** The clients that a test names. */
    private final class Listed implements FlowClients {

        @Override
        public List<ClientId> eligible(@Nullable ClientId after, int limit) {
            return eligible.stream()
                    .sorted(Comparator.comparing(ClientId::text))
                    .filter(id -> after == null || id.text().compareTo(after.text()) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Standing> standing(ClientId of) {
            return Optional.ofNullable(standing);
        }
    }

    /** Moves no wait. */
    private final class NoChance implements RandomSource {

        @Override
        public long nextLong() {
            return BackOff.JITTER + 401 * (chance.incrementAndGet() % 7);
        }

        @Override
        public void nextBytes(byte[] target) {
            Arrays.fill(target, (byte) chance.incrementAndGet());
        }
    }

    /** What was counted. */
    protected static final class Counting implements RunMetrics {

        protected final AtomicInteger ended = new AtomicInteger();
        protected final AtomicInteger leasesLost = new AtomicInteger();
        protected final AtomicInteger resumed = new AtomicInteger();
        protected final AtomicInteger itemsDone = new AtomicInteger();
        protected final List<BreakerScope> blocked = new ArrayList<>();
        protected final Map<WorkClass, Integer> due = new EnumMap<>(WorkClass.class);
        protected final Map<WorkClass, Duration> oldestDue = new EnumMap<>(WorkClass.class);

        @Override
        public void ended(String flow, RunState state, Duration took, BigDecimal cost) {
            ended.incrementAndGet();
        }

        @Override
        public void items(String flow, String step, ItemState state, int count) {
            if (state == ItemState.DONE) {
                itemsDone.addAndGet(count);
            }
        }

        @Override
        public void blocked(String flow, BreakerScope scope) {
            blocked.add(scope);
        }

        @Override
        public void resumed(int runs) {
            resumed.addAndGet(runs);
        }

        @Override
        public void leaseLost() {
            leasesLost.incrementAndGet();
        }

        @Override
        public void backlog(WorkClass work, int count, Duration since) {
            due.put(work, count);
            oldestDue.put(work, since);
        }
    }

    /** A run that somebody's event asks for, due at its time. */
    protected Run queued(ClientId of, String flow, WorkClass work, String concurrency, Instant due) {
        return Run.queued(
                new Run.Order(
                        new RunId(UUID.randomUUID()),
                        of,
                        flow,
                        1,
                        work,
                        RunTrigger.EVENT,
                        null,
                        null,
                        RunKey.event(UUID.randomUUID()),
                        concurrency,
                        Map.of(),
                        due,
                        null,
                        now()),
                null);
    }
}
