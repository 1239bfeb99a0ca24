package io.agencyos.application.allocation.flow;

import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A run that a step starts and waits for. Started again after a crash it is the same one, and what came of it is read from
 * its own record. Source: flows 1.2, 1.6.
 *
 * @param name tells it from the parent's other children
 */
record ChildRun(String flow, String name, Map<String, String> params) {

    private static final Duration LOOKED_AT_AGAIN = Duration.ofMinutes(1);

    /**
     * Starts it, waits while it is under way, and goes on with what came of it.
     *
     * @param cursor with which the step is asked again
     */
    StepResult awaited(StepContext<?> context, @Nullable String cursor, Function<Outcome, StepResult> ended) {
        RunKey key = RunKey.child(context.run().id(), name);
        return switch (context.others().start(context.client(), flow, key, params)) {
            case FlowRuns.Inserted.Made made -> new StepResult.Waits(cursor, null);
            // somebody's own run is not waited for by name: it may change what is wanted, and the child asks anew
            case FlowRuns.Inserted.Active active ->
                new StepResult.Waits(cursor, context.now().plus(LOOKED_AT_AGAIN));
            case FlowRuns.Inserted.Known(RunId child, var state)
            when !state.isEnded() -> new StepResult.Waits(cursor, null);
            case FlowRuns.Inserted.Known(RunId child, var state) -> ended.apply(outcome(context, child));
        };
    }

    private static Outcome outcome(StepContext<?> context, RunId child) {
        return context.others().children().stream()
                .filter(run -> run.id().equals(child))
                .map(Run::outcome)
                .findFirst()
                .orElse(Outcome.NONE);
    }
}
