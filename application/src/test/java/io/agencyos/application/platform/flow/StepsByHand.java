package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of one flow, executed without an engine: for tests of what a flow does rather than of how it is run. */
public final class StepsByHand {

    private final Flow<?> flow;
    private final @Nullable UnitOfWork units;
    private final Others others;
    private @Nullable UserId starter;

    public StepsByHand(Flow<?> flow) {
        this(flow, null, List.of());
    }

    /**
     * @param units for chunked steps; null where there are none
     * @param known flows that the steps may start: they are executed at once
     */
    public StepsByHand(Flow<?> flow, @Nullable UnitOfWork units, List<Flow<?>> known) {
        this.flow = flow;
        this.units = units;
        this.others = new Others(known);
    }

    /** From now on this person starts the runs. */
    public StepsByHand by(UserId person) {
        starter = person;
        return this;
    }

    private static final int MOST_CHUNKS = 10_000;

    /** A run that a step asked for. */
    public record Asked(ClientId client, String flow, RunKey key, Map<String, String> params) {}

    /** What a step is given to start others with. */
    public OtherRuns others() {
        return others;
    }

    /** What the steps have asked for. */
    public List<Asked> asked() {
        return List.copyOf(others.asked);
    }

    /** The platform's run to its end. */
    public StepResult.Done onPlatform(Instant now) {
        if (flow.onPlatform() instanceof OnPlatform.Together(FlowStep<Object> step, var due)) {
            return toTheEnd(step, run(Run.PLATFORM, Map.of(), now), "", now);
        }
        throw new AssertionError("the platform's run starts others: " + flow.onPlatform());
    }

    /** The clients for whom the platform's run starts runs. */
    public List<ClientId> children(Instant now) {
        DueClients due = flow.onPlatform().clients();
        if (due == null) {
            throw new AssertionError("this flow asks for nobody: " + flow.onPlatform());
        }
        return due.page(now, null, 500);
    }

    /** A client's run to the end of each of its steps, or to the first that is not done. */
    public List<StepResult> of(ClientId client, Map<String, String> params, Instant now) {
        return of(flow, client, params, now);
    }

    /** What the first chunk of a step answers after this outcome of the steps before it. */
    public StepResult first(String step, ClientId client, Map<String, String> params, Outcome before, Instant now) {
        return first(flow, step, client, params, before, now);
    }

    private <P> StepResult first(
            Flow<P> known, String step, ClientId client, Map<String, String> params, Outcome before, Instant now) {
        Run run = run(client, params, now);
        FlowStep<P> wanted = known.steps().stream()
                .filter(one -> one.name().equals(step))
                .findFirst()
                .orElseThrow();
        return chunk(
                wanted,
                run.advanced(step, run.counts(), run.progress(), run.cost(), before),
                known.read().apply(params).orElseThrow(),
                null,
                Counts.NONE,
                now);
    }

    private <P> List<StepResult> of(Flow<P> known, ClientId client, Map<String, String> params, Instant now) {
        P read = known.read().apply(params).orElseThrow();
        Run run = run(client, params, now);
        List<StepResult> results = new ArrayList<>();
        for (FlowStep<P> step : known.steps()) {
            StepResult result = last(step, run, read, now);
            results.add(result);
            run = run.advanced(step.name(), run.counts(), run.progress(), run.cost(), outcome(result));
            if (!(result instanceof StepResult.Done || result instanceof StepResult.Skipped)) {
                break;
            }
        }
        return List.copyOf(results);
    }

    private static Outcome outcome(StepResult result) {
        return switch (result) {
            case StepResult.Done(var counts, Outcome outcome) -> outcome;
            case StepResult.Skipped(Outcome outcome) -> outcome;
            case StepResult.More _, StepResult.Waits _, StepResult.Blocked _, StepResult.Failed _ -> Outcome.NONE;
        };
    }

    private <P> StepResult.Done toTheEnd(FlowStep<P> step, Run run, P params, Instant now) {
        if (last(step, run, params, now) instanceof StepResult.Done done) {
            return done;
        }
        throw new AssertionError("the step was not done");
    }

    /** What came of the whole step: the outcomes of its chunks are added up as the engine does. */
    private <P> StepResult last(FlowStep<P> step, Run run, P params, Instant now) {
        StepResult result = chunk(step, run, params, null, Counts.NONE, now);
        Outcome sum = Outcome.NONE;
        Counts so = Counts.NONE;
        for (int i = 0; i < MOST_CHUNKS && !isOver(result); i++) {
            if (result instanceof StepResult.More(String cursor, Counts counts, Outcome outcome)) {
                sum = sum.plus(outcome);
                so = counts;
                result = chunk(step, run, params, cursor, counts, now);
            } else if (result instanceof StepResult.Waits(String cursor, var until)) {
                // what it waited for was executed at once
                result = chunk(step, run, params, cursor, so, now);
            }
        }
        return result instanceof StepResult.Done(Counts counts, Outcome outcome)
                ? new StepResult.Done(counts, sum.plus(outcome))
                : result;
    }

    private static boolean isOver(StepResult result) {
        return !(result instanceof StepResult.More || result instanceof StepResult.Waits);
    }

    private <P> StepResult chunk(
            FlowStep<P> step, Run run, P params, @Nullable String cursor, Counts counts, Instant now) {
        StepContext<P> context = new StepContext<>(run, params, cursor, counts, now, others);
        return switch (step) {
            case FlowStep.Calling<P> calling -> calling.work().apply(context);
            case FlowStep.Chunked<P> chunked ->
                Objects.requireNonNull(units)
                        .inTenant(
                                TenantScope.worker(run.client()),
                                () -> chunked.work().apply(context));
            case FlowStep.PerItem<P> items -> throw new AssertionError("items need an engine");
        };
    }

    private Run run(ClientId client, Map<String, String> params, Instant now) {
        return Run.queued(
                new Run.Order(
                        new RunId(UUID.randomUUID()),
                        client,
                        flow.name(),
                        flow.version(),
                        flow.work(),
                        starter == null ? RunTrigger.CRON : RunTrigger.API,
                        starter,
                        null,
                        RunKey.event(UUID.randomUUID()),
                        flow.name(),
                        params,
                        now,
                        null,
                        now),
                null);
    }

    /** Remembers what it was asked for, once for each key, and executes at once what it knows. */
    private final class Others implements OtherRuns {

        private final List<Flow<?>> known;
        private final List<Asked> asked = new ArrayList<>();
        private final Map<RunKey, Run> ended = new LinkedHashMap<>();

        private Others(List<Flow<?>> known) {
            this.known = known;
        }

        @Override
        public FlowRuns.Inserted start(ClientId client, String name, RunKey key, Map<String, String> params) {
            Run before = ended.get(key);
            if (before != null) {
                return new FlowRuns.Inserted.Known(before.id(), before.state());
            }
            Asked one = new Asked(client, name, key, params);
            if (!asked.contains(one)) {
                asked.add(one);
            }
            known.stream()
                    .filter(other -> other.name().equals(name))
                    .findFirst()
                    .ifPresent(other -> ended.put(key, executed(other, one)));
            return new FlowRuns.Inserted.Made();
        }

        private Run executed(Flow<?> other, Asked one) {
            Instant now = Instant.EPOCH;
            Run run = run(one.client(), one.params(), now).idle(other.name(), now);
            Outcome sum = new StepsByHand(other)
                    .of(one.client(), one.params(), now).stream()
                            .map(StepsByHand::outcome)
                            .reduce(Outcome.NONE, Outcome::plus);
            return run.advanced(other.name(), run.counts(), run.progress(), run.cost(), sum);
        }

        @Override
        public List<Run> children() {
            return List.copyOf(ended.values());
        }
    }

    /** What a step told when it was over. */
    public static Outcome told(StepResult result) {
        return switch (result) {
            case StepResult.Done(var counts, Outcome outcome) -> outcome;
            case StepResult.Skipped(Outcome outcome) -> outcome;
            case StepResult.More _, StepResult.Waits _, StepResult.Blocked _, StepResult.Failed _ ->
                throw new AssertionError(result);
        };
    }

    /** What all steps of a run told together. */
    public static Outcome told(List<StepResult> steps) {
        return steps.stream().map(StepsByHand::told).reduce(Outcome.NONE, Outcome::plus);
    }
}
