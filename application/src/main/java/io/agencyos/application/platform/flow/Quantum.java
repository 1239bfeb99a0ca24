package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.RunDesk.Standing;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.RunFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One turn of one run: chunk after chunk, each committed under the fence, until the run ends or leaves the turn to others.
 * After 50 items or 30 seconds it yields.
 */
final class Quantum<P> {

    private static final int ITEMS = 50;
    private static final long NANOS = Duration.ofSeconds(30).toNanos();

    private final List<FlowStep<P>> steps;
    private final P params;
    private final RunDesk desk;
    private final UnitOfWork units;
    private final TenantScope worker;
    private final String flow;
    private final long begun;
    private int settled;

    private Quantum(
            String flow, List<FlowStep<P>> steps, P params, RunDesk desk, UnitOfWork units, TenantScope worker) {
        this.flow = flow;
        this.steps = steps;
        this.params = params;
        this.desk = desk;
        this.units = units;
        this.worker = worker;
        this.begun = desk.tools().nanos().getAsLong();
    }

    static <P> Quantum<P> of(Flow<P> flow, Run run, RunDesk desk, UnitOfWork units, TenantScope worker) {
        P params = flow.read().apply(run.order().params()).orElseThrow();
        return new Quantum<>(flow.name(), flow.steps(), params, desk, units, worker);
    }

    /** The platform's run of a flow whose steps are the clients'. */
    static Quantum<Object> ofPlatform(
            Flow<?> flow, FlowStep<Object> step, RunDesk desk, UnitOfWork units, TenantScope worker) {
        return new Quantum<>(flow.name(), List.of(step), step.name(), desk, units, worker);
    }

    /** A run in its turn, and since when a step of it is begun whose call is to be made now; null where none is. */
    record Begun(Standing standing, @Nullable Instant at) {}

    /** Takes a run that was just picked over, in the unit that picks it; a step that calls is begun with it. */
    Begun take(Standing fresh) {
        Optional<RunStep> step = fresh.next();
        return step.isPresent() && !isOver() && steps.get(step.get().no() - 1) instanceof FlowStep.Calling<P> calling
                ? begin(fresh, step.get(), calling)
                : new Begun(desk.taken(fresh), null);
    }

    void work(Begun first) {
        Standing at = first.standing();
        if (at.goesOn() && first.at() != null) {
            at = called(first, at.next().orElseThrow());
            count(first.standing(), at);
        }
        while (at.goesOn()) {
            Standing before = at;
            Optional<RunStep> step = at.next();
            at = step.isEmpty()
                    ? units.inTenant(worker, () -> desk.finish(before, desk.now()))
                    : isOver() ? units.inTenant(worker, () -> desk.yields(before)) : advance(before, step.get());
            count(before, at);
        }
        if (at.run().state().isEnded()) {
            ended(at.run());
        }
    }

    private boolean isOver() {
        return desk.tools().stopping().getAsBoolean()
                || settled >= ITEMS
                || desk.tools().nanos().getAsLong() - begun >= NANOS;
    }

    private Standing advance(Standing at, RunStep step) {
        return switch (steps.get(step.no() - 1)) {
            case FlowStep.Chunked<P> chunked -> chunk(at, step, chunked);
            case FlowStep.Calling<P> calling -> call(at, step, calling);
            case FlowStep.PerItem<P> item ->
                new ItemTurn<>(item, desk, units, worker).take(at, step, context(at, step));
        };
    }

    private Standing chunk(Standing at, RunStep step, FlowStep.Chunked<P> chunked) {
        return orFailed(
                at,
                step,
                () -> units.inTenant(worker, () -> {
                    Instant now = desk.now();
                    return desk.gate(at, chunked, now)
                            .orElseGet(() -> desk.applied(
                                    at, step.started(now), chunked.work().apply(context(at, step, now)), now));
                }));
    }

    private Standing call(Standing at, RunStep step, FlowStep.Calling<P> calling) {
        Begun begun = units.inTenant(worker, () -> begin(at, step, calling));
        return begun.standing().goesOn() ? called(begun, step) : begun.standing();
    }

    /** That a call may be running is committed before the call. */
    private Begun begin(Standing at, RunStep step, FlowStep.Calling<P> calling) {
        Instant now = desk.now();
        return new Begun(
                desk.gate(at, calling, now)
                        .orElseGet(() -> desk.advance(at, step.started(now), BigDecimal.ZERO, Outcome.NONE, now)),
                now);
    }

    private Standing called(Begun begun, RunStep step) {
        Standing standing = begun.standing();
        RunStep running = standing.steps().get(step.no() - 1);
        FlowStep.Calling<P> calling = (FlowStep.Calling<P>) steps.get(step.no() - 1);
        Instant at = Objects.requireNonNull(begun.at());
        return orFailed(standing, running, () -> {
            StepResult result = calling.work().apply(context(standing, running, at));
            return units.inTenant(worker, () -> {
                Instant now = desk.now();
                calling.account().ifPresent(account -> desk.account(standing.run(), account, result, now));
                return desk.applied(standing, running, result, now);
            });
        });
    }

    private StepContext<P> context(Standing at, RunStep step) {
        return context(at, step, units.reading(worker, desk::now));
    }

    private StepContext<P> context(Standing at, RunStep step, Instant now) {
        return new StepContext<>(
                at.run(),
                params,
                step.cursor(),
                step.counts(),
                now,
                desk.tools().children().of(at.run()));
    }

    /** What nobody foresaw is a defect of ours: the run is tried once more and then fails. */
    private Standing orFailed(Standing at, RunStep step, Supplier<Standing> work) {
        try {
            return work.get();
        } catch (LeaseLost | StorageUnavailable notOurs) {
            throw notOurs;
        } catch (RuntimeException defect) {
            RunFailure failure = RunFailure.of(
                    FailureClass.BUG, "INTERNAL", "Step " + step.name() + " failed: " + Fingerprint.of(defect));
            return units.inTenant(worker, () -> {
                Instant now = desk.now();
                return desk.failed(at, step.started(now), failure, now);
            });
        }
    }

    private void count(Standing before, Standing after) {
        Counts was = before.run().counts();
        Counts is = after.run().counts();
        settled += Math.max(0, is.settled() - was.settled());
        String step = after.run().currentStep();
        if (step != null) {
            counted(step, ItemState.DONE, is.done() - was.done());
            counted(step, ItemState.FAILED, is.failed() - was.failed());
            counted(step, ItemState.SKIPPED, is.skipped() - was.skipped());
            counted(step, ItemState.UNKNOWN, is.unknown() - was.unknown());
        }
    }

    private void counted(String step, ItemState state, int more) {
        if (more > 0) {
            desk.tools().metrics().items(flow, step, state, more);
        }
    }

    private void ended(Run run) {
        Instant from = run.startedAt();
        Instant to = run.finishedAt();
        Duration took = from == null || to == null ? Duration.ZERO : Duration.between(from, to);
        desk.tools().metrics().ended(run.order().flow(), run.state(), took, run.cost());
    }
}
