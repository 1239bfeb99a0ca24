package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.store.Partitions;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Flows of one step: the system jobs of flows 3, and what only calls a use case per client. */
public final class SystemFlows {

    private SystemFlows() {}

    /** {@code partition_keep}: daily, and at once by staff. */
    public static Flow<?> partitionKeep(Partitions partitions, UnitOfWork units) {
        return new Flow<Optional<Void>>(
                "partition_keep",
                1,
                WorkClass.BATCH,
                null,
                Set.of(),
                false,
                Flow::nothing,
                List.of(new FlowStep.Calling<>("create_ahead", 1, context -> {
                    LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
                    int made = units.<Integer>onPlatform(() -> partitions.createAhead(today));
                    return new StepResult.Done(Counts.done(made, made), Outcome.count("created", made));
                })));
    }

    /** A flow of the platform that calls a use case; the use case must be safe to call again. */
    public static Flow<?> once(String name, String step, Supplier<StepResult> call) {
        return new Flow<Optional<Void>>(
                name,
                1,
                WorkClass.BATCH,
                null,
                Set.of(),
                false,
                Flow::nothing,
                List.of(new FlowStep.Calling<>(step, 1, context -> call.get())));
    }

    /**
     * A flow that calls a use case once per client; the use case must be safe to call again.
     *
     * @param startedBy null for nobody
     */
    public static Flow<?> perClient(
            String name,
            WorkClass work,
            @Nullable Role startedBy,
            Set<BreakerScope> stoppedBy,
            String step,
            Function<ClientId, StepResult> call) {
        return new Flow<Optional<Void>>(
                name,
                1,
                work,
                startedBy,
                stoppedBy,
                true,
                Flow::nothing,
                List.of(new FlowStep.Calling<>(step, 1, context -> call.apply(context.client()))));
    }

    /**
     * A flow whose schedule serves all clients that are due in one run, one after the other; a client's own run does the
     * same for that client.
     *
     * @param startedBy null for nobody
     * @param call in units of its own, safe to repeat
     */
    public static Flow<?> rounds(
            String name,
            @Nullable Role startedBy,
            Set<BreakerScope> stoppedBy,
            String step,
            DueClients due,
            UnitOfWork units,
            BiFunction<StepContext<?>, ClientId, StepResult.Done> call) {
        return new Flow<Optional<Void>>(
                name,
                1,
                WorkClass.BATCH,
                startedBy,
                stoppedBy,
                new OnPlatform.Together(new Rounds(due, units, call).step(step), due),
                Flow::nothing,
                List.of(new FlowStep.Calling<>(step, 1, context -> call.apply(context, context.client()))));
    }
}
