package io.agencyos.application.platform.flow;

import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of one flow, executed without an engine: for tests of what a flow does rather than of how it is run. */
public final class StepsByHand {

    private final Flow<?> flow;
    private final Others others = new Others();

    public StepsByHand(Flow<?> flow) {
        this.flow = flow;
    }

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

    private <P> List<StepResult> of(Flow<P> known, ClientId client, Map<String, String> params, Instant now) {
        P read = known.read().apply(params).orElseThrow();
        Run run = run(client, params, now);
        List<StepResult> results = new ArrayList<>();
        for (FlowStep<P> step : known.steps()) {
            StepResult result = last(step, run, read, now);
            results.add(result);
            if (!(result instanceof StepResult.Done || result instanceof StepResult.Skipped)) {
                break;
            }
        }
        return List.copyOf(results);
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
        while (result instanceof StepResult.More(String cursor, Counts counts, Outcome outcome)) {
            sum = sum.plus(outcome);
            result = chunk(step, run, params, cursor, counts, now);
        }
        return result instanceof StepResult.Done(Counts counts, Outcome outcome)
                ? new StepResult.Done(counts, sum.plus(outcome))
                : result;
    }

    private <P> StepResult chunk(
            FlowStep<P> step, Run run, P params, @Nullable String cursor, Counts counts, Instant now) {
        StepContext<P> context = new StepContext<>(run, params, cursor, counts, now, others);
        return switch (step) {
            case FlowStep.Calling<P> calling -> calling.work().apply(context);
            case FlowStep.Chunked<P> chunked -> chunked.work().apply(context);
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
                        RunTrigger.CRON,
                        null,
                        null,
                        RunKey.event(UUID.randomUUID()),
                        flow.name(),
                        params,
                        now,
                        null,
                        now),
                null);
    }

    /** Remembers what it was asked for, once for each key, and starts nothing. */
    private static final class Others implements OtherRuns {

        private final List<Asked> asked = new ArrayList<>();

        @Override
        public FlowRuns.Inserted start(ClientId client, String name, RunKey key, Map<String, String> params) {
            Asked one = new Asked(client, name, key, params);
            if (!asked.contains(one)) {
                asked.add(one);
            }
            return new FlowRuns.Inserted.Made();
        }

        @Override
        public List<Run> children() {
            return List.of();
        }
    }
}
