package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A named procedure, declared once. Source: flows 1.1.
 *
 * @param <P> its parameters
 * @param version raised when the steps change in a way that runs under way would not survive
 * @param startedBy the least role that may start it by the API; null for nobody
 * @param stoppedBy what blocks it
 * @param onPlatform what the run does that its schedule starts
 * @param read the parameters of a request, or a sentence that says what is wrong with them
 */
public record Flow<P>(
        String name,
        int version,
        WorkClass work,
        @Nullable Role startedBy,
        Set<BreakerScope> stoppedBy,
        OnPlatform onPlatform,
        Function<Map<String, String>, Result<P, String>> read,
        List<FlowStep<P>> steps) {

    public Flow {
        stoppedBy = Set.copyOf(stoppedBy);
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.stream().map(FlowStep::name).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("the steps of a flow have names of their own: " + name);
        }
    }

    /** @param perClient whether its schedule makes one run for each eligible client; else the platform's run does its steps */
    public Flow(
            String name,
            int version,
            WorkClass work,
            @Nullable Role startedBy,
            Set<BreakerScope> stoppedBy,
            boolean perClient,
            Function<Map<String, String>, Result<P, String>> read,
            List<FlowStep<P>> steps) {
        this(
                name,
                version,
                work,
                startedBy,
                stoppedBy,
                perClient ? OnPlatform.Children.everybody() : new OnPlatform.Steps(),
                read,
                steps);
    }

    /** Reads no parameters. */
    public static Result<Optional<Void>, String> nothing(Map<String, String> params) {
        return params.isEmpty()
                ? Result.ok(Optional.empty())
                : Result.err("this flow takes no parameters: " + params.keySet());
    }

    /** The steps of a run of this client. */
    List<RunStep> plan(ClientId client) {
        boolean platforms = client.equals(Run.PLATFORM);
        return switch (onPlatform) {
            case OnPlatform.Children children when platforms -> List.of(RunStep.pending(1, FanOut.STEP, 1));
            case OnPlatform.Together together
            when platforms -> List.of(RunStep.pending(1, together.step().name(), 1));
            case OnPlatform.Steps _, OnPlatform.Children _, OnPlatform.Together _ -> plan();
        };
    }

    /** The steps of a client's run. */
    List<RunStep> plan() {
        return IntStream.range(0, steps.size())
                .mapToObj(i ->
                        RunStep.pending(i + 1, steps.get(i).name(), steps.get(i).weight()))
                .toList();
    }
}
