package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BackOff;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.Progress;
import io.agencyos.domain.platform.flow.RateBucket;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.StepState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes what becomes of a run, always under its fence, inside the unit of work that is open. */
final class RunDesk {

    private static final Duration ANOTHER_LOOK = Duration.ofMinutes(1);

    private final Flow<?> flow;
    private final FlowPorts ports;
    private final Stops stops;
    private final Stops.Everywhere everywhere;
    private final ExecuteRun.Tools tools;

    RunDesk(Flow<?> flow, FlowPorts ports, Stops stops, Stops.Everywhere everywhere, ExecuteRun.Tools tools) {
        this.flow = flow;
        this.ports = ports;
        this.stops = stops;
        this.everywhere = everywhere;
        this.tools = tools;
    }

    /**
     * A run and its steps as they are.
     *
     * @param stored the run as the store has it: another one only while the unit that picked it has not written it yet
     */
    record Standing(Run run, Run stored, List<RunStep> steps) {

        Standing(Run run, List<RunStep> steps) {
            this(run, run, steps);
        }

        /** Whether this unit has just read the run. */
        boolean isFresh() {
            return run != stored;
        }

        Optional<RunStep> next() {
            return steps.stream().filter(step -> !step.state().isSettled()).findFirst();
        }

        boolean goesOn() {
            return run.state() == RunState.RUNNING;
        }

        private Standing with(Run next, RunStep step) {
            List<RunStep> all = new ArrayList<>(steps);
            all.set(step.no() - 1, step);
            return new Standing(next, stored, List.copyOf(all));
        }
    }

    FlowPorts ports() {
        return ports;
    }

    ExecuteRun.Tools tools() {
        return tools;
    }

    Instant now() {
        return ports.clock().now();
    }

    /** What ends the turn before the next chunk: a cancellation, the deadline, a breaker. Empty to go on. */
    Optional<Standing> gate(Standing at, FlowStep<?> step, Instant now) {
        Run stored = at.isFresh() ? at.run() : stillOurs(at.run());
        if (stored.cancelRequestedAt() != null) {
            return Optional.of(leave(at, at.run().ended(RunState.CANCELLED, now)));
        }
        Instant deadline = stored.order().deadlineAt();
        if (deadline != null && !now.isBefore(deadline)) {
            RunFailure late = RunFailure.of(FailureClass.PERMANENT, "DEADLINE", "The run took longer than it may.");
            return Optional.of(leave(at, at.run().failed(late, now)));
        }
        Optional<Block> block = stops.of(flow, stored.client(), everywhere, now);
        if (block.isEmpty() && step.account().isPresent()) {
            block = stops.ofVendor(step.account().get(), stored.client(), everywhere, now);
        }
        return block.map(by -> blocked(at, by, now));
    }

    private Run stillOurs(Run run) {
        return ports.runs()
                .find(run.client(), run.id())
                .filter(found -> found.state() == RunState.RUNNING && found.fence() == run.fence())
                .orElseThrow(LeaseLost::new);
    }

    private Standing blocked(Standing at, Block by, Instant now) {
        tools.metrics().blocked(flow.name(), by.scope());
        return leave(at, at.run().blocked(withAnotherLook(by, now), now));
    }

    /** Whatever closes it, the run looks again after a minute at the latest. */
    private static Block withAnotherLook(Block by, Instant now) {
        Instant look = now.plus(ANOTHER_LOOK);
        Instant until = by.until();
        return until == null || until.isAfter(look) || until.isBefore(now)
                ? new Block(by.scope(), by.message(), look)
                : by;
    }

    /** Takes a call out of the account's bucket; when it is empty, how long until there is one. */
    Optional<Duration> token(String account, Instant now) {
        Optional<RateBucket> bucket = ports.buckets().lock(account).map(found -> found.at(now));
        Optional<RateBucket> taken = bucket.flatMap(RateBucket::take);
        taken.ifPresent(ports.buckets()::save);
        return taken.isPresent() ? Optional.empty() : bucket.map(found -> found.wait(now));
    }

    /** Another turn then: somebody else's calls have to be paid back first. */
    Standing later(Standing at, Instant from) {
        return leave(at, at.run().queuedAgain(from));
    }

    /** Takes over what a chunk came to. */
    Standing applied(Standing at, RunStep step, StepResult result, Instant now) {
        return switch (result) {
            case StepResult.More(String cursor, Counts counts, Outcome outcome) ->
                advance(at, step.at(cursor, counts), BigDecimal.ZERO, outcome, now);
            case StepResult.Done(Counts counts, Outcome outcome) ->
                advance(at, step.at(step.cursor(), counts).ended(StepState.DONE, now), BigDecimal.ZERO, outcome, now);
            case StepResult.Skipped(Outcome outcome) ->
                advance(at, step.ended(StepState.SKIPPED, now), BigDecimal.ZERO, outcome, now);
            case StepResult.Waits waits -> waits(at, step.at(waits.cursor(), step.counts()), waits, now);
            case StepResult.Blocked(Block by) -> {
                tools.metrics().blocked(flow.name(), by.scope());
                yield leave(at, step, at.run().blocked(withAnotherLook(by, now), now));
            }
            case StepResult.Failed(RunFailure failure) -> failed(at, step, failure, now);
        };
    }

    /** Commits a step as it stands now; the run goes on, and is over with its last step. */
    Standing advance(Standing at, RunStep step, BigDecimal cost, Outcome outcome, Instant now) {
        Standing next = at.with(at.run(), step);
        Counts counts = next.steps().stream().map(RunStep::counts).reduce(Counts.NONE, Counts::plus);
        BigDecimal percent =
                Progress.percent(next.steps().stream().map(RunStep::part).toList());
        Run run = at.run().advanced(step.name(), counts, percent, cost, outcome).leased(tools.node(), now);
        if (next.next().isEmpty()) {
            return leave(at, step, over(new Standing(run, next.steps()), now));
        }
        write(run, at, step);
        return new Standing(run, next.steps());
    }

    private Standing waits(Standing at, RunStep step, StepResult.Waits waits, Instant now) {
        boolean over = waits.until() == null
                && ports.runs().openChildren(at.run().client(), at.run().id()) == 0;
        return over
                ? advance(at, step, BigDecimal.ZERO, Outcome.NONE, now)
                : leave(at, step, at.run().waiting(waits.until()));
    }

    /** Tries again later, or gives up. */
    Standing failed(Standing at, RunStep step, RunFailure failure, Instant now) {
        if (failure.kind() == FailureClass.CREDENTIAL) {
            Block by = new Block(BreakerScope.VENDOR, failure.message(), null);
            return leave(at, step, at.run().withError(failure, now).blocked(withAnotherLook(by, now), now));
        }
        BackOff backOff =
                ports.definitions().find(flow.name()).map(Definition::backOff).orElse(BackOff.RUN);
        Optional<Duration> wait =
                failure.retryIn(backOff, at.run().attempt(), tools.jitter().getAsInt());
        return wait.isPresent()
                ? leave(at, step, at.run().triedAgain(failure, now, now.plus(wait.get())))
                : leave(at, step.failed(failure.message(), now), at.run().failed(failure, now));
    }

    /** Another turn for what is left, so that nobody's long run keeps others waiting. */
    Standing yields(Standing at) {
        return leave(at, at.run().queuedAgain(null));
    }

    /** All steps were over when this turn began. */
    Standing finish(Standing at, Instant now) {
        return leave(at, over(at, now));
    }

    private static Run over(Standing at, Instant now) {
        Counts counts = at.run().counts();
        boolean partial =
                counts.failed() + counts.unknown() > 0 || at.run().outcome().fellShort();
        Run run = at.run();
        if (counts.settled() == 0 && run.outcome().equals(Outcome.NONE)) {
            run = run.advanced(at.steps().getLast().name(), counts, run.progress(), BigDecimal.ZERO, Run.NOTHING_TO_DO);
        }
        return run.ended(partial ? RunState.PARTIAL : RunState.SUCCEEDED, now);
    }

    /** Writes a run that was picked where nothing more is done with it in the same unit. */
    Standing taken(Standing fresh) {
        write(fresh.run(), fresh);
        return new Standing(fresh.run(), fresh.steps());
    }

    private Standing leave(Standing at, RunStep step, Run next) {
        write(next, at, step);
        left(next);
        return new Standing(next, at.with(next, step).steps());
    }

    private Standing leave(Standing at, Run next) {
        write(next, at);
        left(next);
        return new Standing(next, at.steps());
    }

    private void left(Run next) {
        ports.queues().over(next.order().work(), next.client());
        if (next.state().isEnded()) {
            told(next);
        }
    }

    private void told(Run run) {
        if (run.order().parent() != null) {
            ports.runs()
                    .wakeParent(run.client(), run.order().parent())
                    .ifPresent(work -> ports.queues().signal(work, List.of(run.client()), now()));
        }
        if (run.order().trigger() == RunTrigger.API) {
            ports.events().append(finished(run));
        }
    }

    /** Attempts of one run each tell of their end, under an id that a repeated unit of work makes again. */
    private static DomainEvent finished(Run run) {
        String name = run.id().text() + ":" + run.attempt();
        return new DomainEvent(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                run.client(),
                EventName.JOB_FINISHED,
                run.id().value(),
                run.finishedAt() == null ? run.order().createdAt() : run.finishedAt(),
                Map.of("kind", run.order().flow(), "status", run.state().wire()));
    }

    private void write(Run next, Standing at) {
        if (!ports.runs().save(next, at.stored().state(), at.stored().fence())) {
            throw new LeaseLost();
        }
    }

    private void write(Run next, Standing at, RunStep step) {
        if (!ports.runs().save(next, at.stored().state(), at.stored().fence(), step)) {
            throw new LeaseLost();
        }
    }

    /**
     * What the use cases that a step calls came to at a vendor's account, for its breaker. A refused account is asked again once
     * a minute by one run: what was refused may have been credits that somebody has bought since.
     */
    void account(Run run, String account, StepResult result, Instant now) {
        Breaker before = breaker(run, account);
        Breaker after = result instanceof StepResult.Failed(RunFailure failure)
                ? failure.kind() == FailureClass.CREDENTIAL
                        ? before.open(failure.code(), failure.message(), Breaker.SYSTEM, now, now.plus(ANOTHER_LOOK))
                        : before.failed(failure.kind(), failure.code(), failure.message(), now)
                : before.succeeded(now);
        if (!after.equals(before)) {
            ports.breakers().save(after);
        }
    }

    private Breaker breaker(Run run, String account) {
        return ports.breakers()
                .find(run.client(), BreakerScope.VENDOR, account)
                .orElseGet(() -> Breaker.closed(run.client(), BreakerScope.VENDOR, account));
    }

    /** What a vendor's account did or did not do, for its breaker. */
    void vendor(Run run, String account, Optional<RunFailure> failure, Instant now) {
        Breaker before = breaker(run, account);
        Breaker after = failure.map(why -> before.failed(why.kind(), why.code(), shown(account, why, now), now))
                .orElseGet(() -> before.succeeded(now));
        if (!after.equals(before)) {
            ports.breakers().save(after);
        }
    }

    private static String shown(String account, RunFailure failure, Instant now) {
        return failure.kind() == FailureClass.CREDENTIAL
                ? account + " rejected our access since " + now + ": reconnect."
                : account + " unavailable; retrying.";
    }
}
