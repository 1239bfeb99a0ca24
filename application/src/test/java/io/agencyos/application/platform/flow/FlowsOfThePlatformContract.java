package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.StepState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a schedule starts: a run for each client that is due, one run that serves them all, or nothing but a record. */
public abstract class FlowsOfThePlatformContract extends FlowWorld {

    private static final String CHILDREN = "children";
    private static final String PARENT = "parent";
    private static final String ROUNDS = "rounds";
    private static final Filter ALL = new Filter(Set.of(), Set.of());

    private final List<ClientId> due = new ArrayList<>();
    private final List<ClientId> served = new ArrayList<>();

    @BeforeEach
    void define_two_flows_of_every_day() {
        define(definition(CHILDREN, "0 30 12 * * *"));
        define(definition(ROUNDS, "0 30 12 * * *"));
    }

    private List<ClientId> page(Instant now, ClientId after, int limit) {
        return due.stream()
                .sorted(Comparator.comparing(ClientId::text))
                .filter(id -> after == null || id.text().compareTo(after.text()) > 0)
                .limit(limit)
                .toList();
    }

    private StepResult.Done serve(ClientId of) {
        if (of.equals(other)) {
            throw new IllegalStateException("secret of jo@example.com");
        }
        served.add(of);
        return new StepResult.Done(Counts.done(1, 1), Outcome.count("served", 1));
    }

    private Flow<?> children() {
        return new Flow<Optional<Void>>(
                CHILDREN,
                1,
                WorkClass.BATCH,
                null,
                Set.of(),
                OnPlatform.Children.of(this::page),
                Flow::nothing,
                List.of(new FlowStep.Calling<>("serve", 1, context -> serve(context.client()))));
    }

    private Flow<?> rounds() {
        return SystemFlows.rounds(
                ROUNDS, Role.MEMBER, Set.of(), "serve", this::page, units(), (context, of) -> serve(of));
    }

    private static List<ClientId> clients(int count) {
        return Stream.generate(() -> new ClientId(UUID.randomUUID()))
                .limit(count)
                .toList();
    }

    /** The schedule's next start; what the engine did before is not counted. */
    private FlowEngine atTheNextStart(Flow<?> flow) {
        FlowEngine engine = engine(flow);
        engine.fireSchedules().tick();
        metrics.ended.set(0);
        pass(Duration.ofHours(1));
        return engine;
    }

    private Run newest(String flow) {
        return in(
                Run.PLATFORM,
                () -> runs().list(Run.PLATFORM, new Filter(Set.of(flow), Set.of()), Optional.empty(), 1)
                        .getFirst());
    }

    @Test // flows 1.2: a run with zero work is succeeded with outcome.reason; nobody is troubled with it
    void a_start_with_nothing_to_do_is_on_record_and_over_at_once() {
        FlowEngine engine = atTheNextStart(rounds());

        assertThat(engine.fireSchedules().tick()).isZero();

        Run run = newest(ROUNDS);
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.outcome().words()).containsEntry("reason", "nothing_to_do");
        assertThat(run.startedAt()).isEqualTo(now());
        assertThat(run.finishedAt()).isEqualTo(now());
        assertThat(run.progress()).isEqualByComparingTo("100");
        assertThat(in(Run.PLATFORM, () -> runs().steps(Run.PLATFORM, run.id())))
                .extracting(RunStep::state)
                .containsExactly(StepState.SKIPPED);
        assertThat(metrics.ended).hasValue(1);
        assertThat(engine.dispatchRuns().tick()).isEmpty();
        assertThat(engine.fireSchedules().tick()).isZero();
        assertThat(metrics.ended).hasValue(1);
    }

    @Test // flows 1.5: a question that fails stops no other schedule, and its own run fails where it can be seen
    void a_schedule_that_cannot_be_asked_is_started_and_fails() {
        Flow<?> broken = SystemFlows.rounds(
                CHILDREN,
                null,
                Set.of(),
                "serve",
                (now, after, limit) -> {
                    throw new IllegalStateException("no such column");
                },
                units(),
                (context, of) -> serve(of));
        due.add(client);
        FlowEngine engine = engine(broken, rounds());
        engine.fireSchedules().tick();
        pass(Duration.ofHours(1));

        assertThat(engine.fireSchedules().tick()).isEqualTo(2);
        work(engine);
        assertThat(served).containsExactly(client);
        pass(Duration.ofMinutes(2));
        work(engine);

        assertThat(newest(CHILDREN).state()).isEqualTo(RunState.FAILED);
        assertThat(newest(CHILDREN).lastError().message()).contains("IllegalStateException at ");
    }

    @Test // flows 1.8: one run serves all; one client that fails does not keep the others waiting
    void rounds_serve_every_client_that_is_due_in_one_run() {
        List<ClientId> many = clients(120);
        due.addAll(many);
        due.add(other);
        FlowEngine engine = atTheNextStart(rounds());

        assertThat(engine.fireSchedules().tick()).isEqualTo(1);
        work(engine);

        Run run = newest(ROUNDS);
        assertThat(served).containsExactlyInAnyOrderElementsOf(many);
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(run.counts()).isEqualTo(new Counts(121, 120, 1, 0, 0));
        assertThat(run.outcome().counts())
                .containsEntry("served", 120L)
                .containsEntry("clients", 121L)
                .containsEntry("failed", 1L);
        assertThat(run.outcome().words().get("error"))
                .startsWith("IllegalStateException at ")
                .doesNotContain("jo@");
    }

    @Test // flows 1.9: the same flow for one client, because somebody wants it
    void a_client_may_start_for_itself_what_the_rounds_do_for_all() {
        FlowEngine engine = engine(rounds());
        Run run = start(engine, ROUNDS, Map.of());

        work(engine);

        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(served).containsExactly(client);
    }

    @Test // flows 1.8: children for those only who have something to do
    void clients_that_are_not_due_get_no_run() {
        List<ClientId> two = clients(2);
        due.addAll(two);
        eligible.addAll(two);
        eligible.add(client);
        FlowEngine engine = atTheNextStart(children());

        assertThat(engine.fireSchedules().tick()).isEqualTo(1);
        work(engine);
        pass(Duration.ofMinutes(11));
        work(engine);

        assertThat(newest(CHILDREN).outcome().counts()).containsEntry("clients", 2L);
        assertThat(served).containsExactlyInAnyOrderElementsOf(two);
        assertThat(in(client, () -> runs().list(client, ALL, Optional.empty(), 10)))
                .isEmpty();
    }

    @Test // flows 1.1: on shutdown running chunks end, leases are released, others go on
    void a_process_that_leaves_hands_its_run_over_at_the_next_chunk() {
        due.addAll(clients(120));
        FlowEngine leaving = atTheNextStart(rounds());
        leaving.fireSchedules().tick();
        leaving.leave();

        leaving.dispatchRuns().tick();
        FlowRuns.Handed handed = take().orElseThrow();
        leaving.executeRun().execute(handed.client(), handed.run());

        Run left = newest(ROUNDS);
        assertThat(left.state()).isEqualTo(RunState.QUEUED);
        assertThat(left.lease()).isNull();
        assertThat(served).isEmpty();
        work(engine(rounds()));
        assertThat(newest(ROUNDS).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(served).hasSize(120).doesNotHaveDuplicates();
    }

    private Flow<?> parent() {
        return new Flow<Optional<Void>>(
                PARENT,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(),
                true,
                Flow::nothing,
                List.of(
                        new FlowStep.Calling<>("start", 1, this::startChild),
                        new FlowStep.Calling<>(
                                "count",
                                1,
                                context -> new StepResult.Done(
                                        Counts.done(1, 1),
                                        context.others().children().stream()
                                                .map(Run::outcome)
                                                .reduce(Outcome.NONE, Outcome::plus)))));
    }

    private StepResult startChild(StepContext<Optional<Void>> context) {
        RunKey key = RunKey.child(context.run().id(), "1");
        return switch (context.others().start(context.client(), CHILDREN, key, Map.of())) {
            case FlowRuns.Inserted.Known(var child, RunState state)
            when state.isEnded() -> new StepResult.Done(Counts.done(1, 1), Outcome.NONE);
            case FlowRuns.Inserted.Known known -> new StepResult.Waits(null, null);
            case FlowRuns.Inserted.Made made -> new StepResult.Waits(null, null);
            case FlowRuns.Inserted.Active active ->
                new StepResult.Waits(null, context.now().plusSeconds(60));
        };
    }

    @Test // flows 4, test 2: killed while waiting for the child: child continues; parent wakes on its completion
    void a_parent_waits_for_its_child_and_wakes_when_it_has_ended() {
        define(definition(PARENT, null));
        FlowEngine dies = engine(parent(), children());
        Run run = start(dies, PARENT, Map.of());
        dies.dispatchRuns().tick();
        FlowRuns.Handed first = take().orElseThrow();
        dies.executeRun().execute(first.client(), first.run());
        assertThat(stored(run.id()).state()).isEqualTo(RunState.WAITING);

        work(engine(parent(), children()));

        Run done = stored(run.id());
        assertThat(done.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(engine(parent(), children())
                        .listRuns()
                        .show(new TenantScope(client, person, Role.VIEWER), run.id())
                        .orElseThrow()
                        .children())
                .extracting(Run::state)
                .containsExactly(RunState.SUCCEEDED);
        assertThat(done.outcome().counts()).containsEntry("served", 1L);
        assertThat(served).as("one child, however often it was asked for").containsExactly(client);
        List<Run> ofClient = in(client, () -> runs().list(client, ALL, Optional.empty(), 10));
        assertThat(ofClient)
                .filteredOn(each -> each.order().flow().equals(CHILDREN))
                .singleElement()
                .satisfies(child -> assertThat(child.order().parent()).isEqualTo(run.id()));
    }

    @Test // flows 1.6: a parent that finds its child flow active waits for it and then goes on with its own
    void a_parent_that_finds_the_flow_active_lets_it_end_first() {
        define(definition(PARENT, null));
        FlowEngine engine = engine(parent(), children());
        run(client, () -> runs().insert(childOfSomebodyElse(), List.of(RunStep.pending(1, "serve", 1))));
        Run run = start(engine, PARENT, Map.of());
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.WAITING);
        assertThat(served).isEmpty();

        run(client, () -> queues().signal(WorkClass.BATCH, List.of(client), now()));
        work(engine);
        assertThat(served).hasSize(1);
        pass(Duration.ofSeconds(61));
        engine.sweepRuns().sweep();
        work(engine);

        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(served).as("that one, and its own").hasSize(2);
    }

    private Run childOfSomebodyElse() {
        return Run.queued(
                new Run.Order(
                        new RunId(UUID.randomUUID()),
                        client,
                        CHILDREN,
                        1,
                        WorkClass.BATCH,
                        RunTrigger.EVENT,
                        null,
                        null,
                        RunKey.event(UUID.randomUUID()),
                        CHILDREN,
                        Map.of(),
                        now(),
                        null,
                        now()),
                null);
    }
}
