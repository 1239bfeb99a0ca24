package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.StepState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.RunId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine does with runs, on whatever its stores stand. Source: flows 1 and 4. */
public abstract class FlowEngineContract extends FlowWorld {

    private final ReferenceFlow reference = new ReferenceFlow();

    @BeforeEach
    void define_the_reference_flow() {
        define(definition(ReferenceFlow.NAME, null));
    }

    private FlowEngine reference() {
        return engine(reference.flow());
    }

    private Run started(FlowEngine engine) {
        return start(engine, ReferenceFlow.NAME, Map.of());
    }

    @Test // flows 1.2, 1.9
    void a_run_goes_through_its_steps_and_tells_what_came_of_it() {
        FlowEngine engine = reference();
        Run run = started(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.QUEUED);

        work(engine);

        Run done = stored(run.id());
        assertThat(done.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(done.progress()).isEqualByComparingTo("100");
        assertThat(done.counts().done()).isEqualTo(254);
        assertThat(done.outcome().counts()).containsEntry("rows", 250L).containsEntry("announced", 1L);
        assertThat(done.outcome().words()).containsEntry("said", "all");
        assertThat(done.outcome().lists()).containsEntry("last", ReferenceFlow.LAST);
        assertThat(done.cost()).isEqualByComparingTo(new BigDecimal("0.15"));
        assertThat(steps(run.id())).extracting(RunStep::state).containsOnly(StepState.DONE);
        assertThat(metrics.ended).hasValue(1);
        assertThat(metrics.itemsDone).hasValue(254);
        assertThat(eventsOf(client)).containsExactly("job.finished");
    }

    @Test // flows 1.3: a run that exceeds its quantum of 50 items yields: commits its cursor, goes back to queued
    void fifty_items_are_a_turn_and_then_another_client_has_its_own() {
        reference.rows = 1;
        reference.items = 120;
        FlowEngine engine = reference();
        Run large = started(engine);
        pass(Duration.ofSeconds(1));
        assertThat(turn(engine)).isEqualTo(large.id());
        assertThat(stored(large.id()).state()).isEqualTo(RunState.QUEUED);
        assertThat(stored(large.id()).counts().settled()).isEqualTo(50);
        int bought = reference.calls.size();
        Run small = start(engine, other, ReferenceFlow.NAME, Map.of());

        engine.dispatchRuns().tick();
        List<RunId> order = new ArrayList<>();
        for (var next = take(); next.isPresent(); next = take()) {
            order.add(next.get().run());
            engine.executeRun().execute(next.get().client(), next.get().run());
        }
        assertThat(order).contains(small.id());
        assertThat(reference.calls.size()).isGreaterThan(bought);
        work(engine);

        assertThat(stored(large.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(stored(other, small.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(stored(large.id()).counts().done()).isEqualTo(122);
        assertThat(reference.charged.get(large.id())).hasSize(120);
    }

    @Test // flows 1.3: or 30 s
    void half_a_minute_is_a_turn_however_little_was_done() {
        reference.rows = 1;
        reference.items = 6;
        AtomicLong nanos = new AtomicLong();
        reference.duringCall = () -> nanos.addAndGet(Duration.ofSeconds(16).toNanos());
        FlowEngine engine = engine(units(), nanos::get, reference.flow());
        Run run = started(engine);

        assertThat(turn(engine)).isEqualTo(run.id());

        assertThat(stored(run.id()).state()).isEqualTo(RunState.QUEUED);
        assertThat(reference.calls).hasSize(2);
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(reference.calls).hasSize(6).doesNotHaveDuplicates();
    }

    private void dies(FlowEngine engine) {
        try {
            work(engine);
        } catch (Mortal.Killed expected) {
            // the process is gone; nobody cleans up
        }
    }

    private void survive(FlowEngine engine, RunId run) {
        for (int i = 0; i < 9 && !stored(run).state().isEnded(); i++) {
            pass(Run.LEASE.plusSeconds(1));
            engine.sweepRuns().sweep();
            work(engine);
        }
    }

    @Test // flows 1.4: else it becomes unknown
    void a_paid_call_whose_outcome_was_lost_is_not_made_again_unless_the_vendor_knows_its_key() {
        reference.repeatable = false;
        reference.duringCall = () -> {
            throw new Mortal.Killed();
        };
        FlowEngine engine = reference();
        Run run = started(engine);
        dies(engine);
        reference.duringCall = () -> {};

        survive(engine, run.id());

        assertThat(stored(run.id()).state()).isEqualTo(RunState.PARTIAL);
        assertThat(stored(run.id()).counts().unknown()).isEqualTo(1);
        assertThat(reference.calls).containsExactly("lead-1", "lead-2", "lead-3");
        List<FlowRuns.StepItem> unknown =
                in(client, () -> runs().items(client, run.id(), Set.of(ItemState.UNKNOWN), null, 10));
        assertThat(unknown).extracting(item -> item.item().key()).containsExactly("lead-1");
    }

    @Test // flows 4, test 17
    void a_zombie_that_wakes_after_five_minutes_is_refused_every_write() {
        Run[] run = new Run[1];
        ReferenceFlow slow = new ReferenceFlow();
        FlowEngine zombie = engine(slow.flow());
        FlowEngine successor = engine(reference.flow());
        slow.duringCall = () -> {
            slow.duringCall = () -> {};
            pass(Duration.ofMinutes(5));
            successor.sweepRuns().sweep();
            work(successor);
            survive(successor, run[0].id());
        };
        run[0] = start(zombie, ReferenceFlow.NAME, Map.of());

        work(zombie);

        Run done = stored(run[0].id());
        assertThat(metrics.leasesLost).hasValue(1);
        assertThat(done.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(done.fence()).isGreaterThan(1);
        assertThat(done.counts().done()).isEqualTo(254);
        assertThat(slow.calls).as("the zombie makes no further call").hasSize(1);
        assertThat(metrics.resumed).hasValue(1);
    }

    @Test // flows 4, test 18
    void a_breaker_that_opens_mid_run_blocks_it_after_the_chunk_and_it_resumes_by_itself() {
        reference.duringChunk = () -> breakers()
                .save(Breaker.closed(client, BreakerScope.AI_BUDGET, "")
                        .open(
                                "budget",
                                "AI budget of AUD 50 used; templates until 00:00.",
                                Breaker.SYSTEM,
                                now(),
                                null));
        FlowEngine engine = reference();
        Run run = started(engine);

        work(engine);

        Run blocked = stored(run.id());
        assertThat(blocked.state()).isEqualTo(RunState.BLOCKED);
        assertThat(blocked.counts().done()).isEqualTo(100);
        assertThat(blocked.blocked().message()).startsWith("AI budget of AUD 50 used");
        assertThat(metrics.blocked).containsExactly(BreakerScope.AI_BUDGET);

        reference.duringChunk = () -> {};
        run(
                client,
                () -> breakers()
                        .save(breakers()
                                .find(client, BreakerScope.AI_BUDGET, "")
                                .orElseThrow()
                                .close(now())));
        pass(Duration.ofSeconds(61));
        engine.sweepRuns().sweep();
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(stored(run.id()).outcome().counts()).containsEntry("rows", 250L);
    }

    @Test // flows 1.9: ETA = remaining ÷ rate, shown after 20 items
    void a_run_under_way_tells_how_long_it_will_take() {
        FlowEngine engine = reference();
        Run run = started(engine);
        TenantScope viewer = new TenantScope(client, person, Role.VIEWER);
        assertThat(timeLeft(engine, viewer, run)).isEmpty();

        turn(engine);
        pass(Duration.ofSeconds(10));
        assertThat(timeLeft(engine, viewer, run)).contains(Duration.ofSeconds(15));
        turn(engine);
        pass(Duration.ofSeconds(10));
        assertThat(timeLeft(engine, viewer, run)).contains(Duration.ofSeconds(5));
        work(engine);
        assertThat(timeLeft(engine, viewer, run)).isEmpty();
    }

    private static Optional<Duration> timeLeft(FlowEngine engine, TenantScope viewer, Run run) {
        return engine.listRuns().show(viewer, run.id()).orElseThrow().timeLeft();
    }

    /** A turn is over after a chunk of a hundred rows; answers whose it was. */
    private RunId turn(FlowEngine engine) {
        engine.dispatchRuns().tick();
        FlowRuns.Handed handed = take().orElseThrow();
        engine.executeRun().execute(handed.client(), handed.run());
        return handed.run();
    }

    @Test // flows 1.7: a breaker of client A never delays client B
    void the_breaker_of_one_client_does_not_stop_another() {
        run(
                other,
                () -> breakers()
                        .save(Breaker.closed(other, BreakerScope.AI_BUDGET, "")
                                .open("budget", "used", Breaker.SYSTEM, now(), null)));
        FlowEngine engine = reference();
        Run run = started(engine);

        work(engine);

        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test // flows 1.7: vendor
    void five_failures_in_a_row_open_the_vendors_breaker_and_one_probe_closes_it() {
        reference.items = 6;
        reference.vendor = (item, call) -> Optional.of(ReferenceFlow.failure(FailureClass.TRANSIENT));
        FlowEngine engine = reference();
        Run run = started(engine);

        work(engine);

        assertThat(reference.calls).hasSize(5);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.BLOCKED);
        assertThat(stored(run.id()).blocked().message()).isEqualTo("vendor unavailable; retrying.");

        reference.vendor = (item, call) -> Optional.empty();
        survive(engine, run.id());
        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(in(client, () -> breakers().find(client, BreakerScope.VENDOR, "vendor"))
                        .orElseThrow()
                        .state())
                .isEqualTo(Breaker.State.CLOSED);
    }

    @Test // flows 1.7, api 1.7: vendor: steps using that account wait, and a start that needs it is told so
    void an_account_that_is_refused_is_asked_once_a_minute_and_nobody_else_begins_what_needs_it() {
        List<RunId> asked = new ArrayList<>();
        AtomicBoolean refused = new AtomicBoolean(true);
        FlowEngine engine = engine(new Flow<>(
                ReferenceFlow.NAME,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(),
                true,
                Result::ok,
                List.of(new FlowStep.Calling<>("buy", 1, "records", context -> {
                    asked.add(context.run().id());
                    return refused.get()
                            ? new StepResult.Failed(
                                    RunFailure.of(FailureClass.CREDENTIAL, "UNAUTHORIZED", "Connect it again."))
                            : new StepResult.Done(Counts.done(1, 1), Outcome.NONE);
                }))));
        Run run = start(engine, client, ReferenceFlow.NAME, Map.of());
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.BLOCKED);

        TenantScope member = new TenantScope(client, person, Role.MEMBER);
        StartRun.Request another = new StartRun.Request(ReferenceFlow.NAME, Map.of(), "another", "somebody else");
        assertThat(engine.startRun().start(member, another))
                .isEqualTo(new StartRun.Outcome.Blocked(
                        new Block(BreakerScope.VENDOR, "Connect it again.", now().plusSeconds(60))));
        assertThat(engine.startRun().start(new TenantScope(other, person, Role.MEMBER), another))
                .as("whose own account is another one")
                .isInstanceOf(StartRun.Outcome.Started.class);
        pass(Duration.ofSeconds(61));
        engine.sweepRuns().sweep();
        work(engine);
        assertThat(asked.stream().filter(run.id()::equals)).hasSize(2);

        refused.set(false);
        survive(engine, run.id());
        assertThat(stored(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(engine.startRun().start(member, another)).isInstanceOf(StartRun.Outcome.Started.class);
    }

    @Test // flows 1.5: PERMANENT fails the item at once, TRANSIENT after its retries; 1.2: partial
    void items_that_fail_make_a_run_partial() {
        reference.vendor = (item, call) -> switch (item) {
            case "lead-1" -> Optional.of(ReferenceFlow.failure(FailureClass.PERMANENT));
            case "lead-2" -> call < 3 ? Optional.of(ReferenceFlow.failure(FailureClass.TRANSIENT)) : Optional.empty();
            default -> Optional.empty();
        };
        FlowEngine engine = reference();
        Run run = started(engine);
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.WAITING);
        survive(engine, run.id());

        assertThat(stored(run.id()).state()).isEqualTo(RunState.PARTIAL);
        assertThat(reference.calls).containsOnlyOnce("lead-1").containsOnlyOnce("lead-3");
        assertThat(reference.calls).filteredOn("lead-2"::equals).hasSize(3);
        assertThat(stored(run.id()).counts().failed()).isEqualTo(1);
    }

    @Test // flows 1.5: BUG: 1 retry, then failed; no data of the message is kept
    void a_defect_is_tried_once_more_and_then_fails_the_run() {
        reference.duringChunk = () -> {
            throw new IllegalStateException("secret of jo@example.com");
        };
        FlowEngine engine = reference();
        Run run = started(engine);
        work(engine);
        assertThat(stored(run.id()).state()).isEqualTo(RunState.QUEUED);
        assertThat(stored(run.id()).attempt()).isEqualTo(1);
        survive(engine, run.id());

        Run failed = stored(run.id());
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.lastError().code()).isEqualTo("INTERNAL");
        assertThat(failed.lastError().message())
                .contains("rows", "IllegalStateException")
                .doesNotContain("jo@");
        assertThat(steps(run.id()).getFirst().state()).isEqualTo(StepState.FAILED);
    }

    @Test // flows 1.2: deadline passed
    void what_is_not_done_by_its_deadline_fails_and_keeps_what_was_done() {
        reference.duringChunk = () -> pass(Duration.ofHours(5));
        FlowEngine engine = reference();
        Run run = started(engine);

        work(engine);

        assertThat(stored(run.id()).state()).isEqualTo(RunState.FAILED);
        assertThat(stored(run.id()).lastError().code()).isEqualTo("DEADLINE");
        assertThat(stored(run.id()).counts().done()).isEqualTo(100);
    }

    @Test // flows 1.6, 1.9
    void a_second_start_while_one_is_active_names_the_active_one_and_the_same_key_the_first() {
        FlowEngine engine = reference();
        TenantScope member = new TenantScope(client, person, Role.MEMBER);
        StartRun.Request request = new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k-1");
        Run run = ((StartRun.Outcome.Started) engine.startRun().start(member, request)).run();

        assertThat(engine.startRun().start(member, new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k-2")))
                .isEqualTo(new StartRun.Outcome.AlreadyRunning(run.id()));
        assertThat(engine.startRun().start(member, request))
                .isInstanceOfSatisfying(
                        StartRun.Outcome.Repeated.class,
                        again -> assertThat(again.run().id()).isEqualTo(run.id()));
        work(engine);
        assertThat(engine.startRun().start(member, new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k-2")))
                .isInstanceOf(StartRun.Outcome.Started.class);
    }

    @Test // flows 1.9: 403 role, 404, 422 bad parameters, 423 blocked with scope and message
    void who_may_not_start_it_or_says_it_wrongly_is_told_so() {
        FlowEngine engine = engine(reference.flow(Set.of(BreakerScope.CREDITS, BreakerScope.CLIENT_PAUSE)));
        TenantScope member = new TenantScope(client, person, Role.MEMBER);

        assertThat(engine.startRun()
                        .start(
                                new TenantScope(client, person, Role.VIEWER),
                                new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k")))
                .isEqualTo(new StartRun.Outcome.RoleRequired(Role.MEMBER));
        assertThat(engine.startRun().start(member, new StartRun.Request("nothing", Map.of(), "k")))
                .isEqualTo(new StartRun.Outcome.NotFound());
        assertThat(engine.startRun().start(member, new StartRun.Request(ReferenceFlow.NAME, Map.of("wrong", "x"), "k")))
                .isEqualTo(new StartRun.Outcome.Invalid("wrong is not known"));
        standing = new FlowClients.Standing(null, SubscriptionStatus.ACTIVE, 0, MONDAY.plus(Duration.ofDays(20)));
        assertThat(engine.startRun().start(member, new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k")))
                .isInstanceOfSatisfying(
                        StartRun.Outcome.Blocked.class,
                        blocked -> assertThat(blocked.by().message())
                                .isEqualTo("No credits left until 2026-03-22. New leads are paused; running sequences"
                                        + " continue."));
        FlowClients.Pause pause = new FlowClients.Pause(MONDAY, "a complaint", "Ann Ray");
        standing = new FlowClients.Standing(pause, SubscriptionStatus.PAST_DUE, 0, MONDAY.plus(Duration.ofDays(20)));
        assertThat(engine.listRuns().breakers(member))
                .as("flows 1.7, 1.9: every breaker, also those that nobody opened")
                .extracting(breaker ->
                        breaker.scope() + " " + breaker.message() + " " + breaker.openedAt() + " " + breaker.retryAt())
                .containsExactly(
                        "SUBSCRIPTION Subscription past_due. Outreach is paused. null null",
                        "CLIENT_PAUSE All outreach paused by Ann Ray: a complaint " + MONDAY + " null",
                        "CREDITS No credits left until 2026-03-22. New leads are paused; running sequences continue."
                                + " null "
                                + MONDAY.plus(Duration.ofDays(20)));
        standing = null;
        assertThat(engine.startRun().start(member, new StartRun.Request(ReferenceFlow.NAME, Map.of(), "k")))
                .isInstanceOf(StartRun.Outcome.Started.class);
    }
}
