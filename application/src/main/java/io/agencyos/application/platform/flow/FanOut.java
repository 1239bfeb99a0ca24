package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's run of a flow for clients does: one child per client, by pages of 500, spread over some minutes. A
 * page that is done again after a crash makes no second child. Source: flows 1.8.
 */
final class FanOut {

    static final String STEP = "clients";

    private static final int PAGE = 500;

    private final FlowPorts ports;
    private final UnitOfWork units;
    private final RunMaker maker;

    FanOut(FlowPorts ports, UnitOfWork units, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.maker = new RunMaker(ports, ids);
    }

    FlowStep<Object> stepOf(Flow<?> flow, OnPlatform.Children children) {
        return new FlowStep.Calling<>(STEP, 1, context -> units.onPlatform(() -> page(flow, children, context)));
    }

    private StepResult page(Flow<?> flow, OnPlatform.Children to, StepContext<Object> context) {
        Optional<Definition> definition = ports.definitions().find(flow.name());
        if (definition.isEmpty()) {
            return new StepResult.Failed(
                    RunFailure.of(FailureClass.PERMANENT, "NOT_FOUND", "The flow is not defined."));
        }
        DueClients due = to.due();
        ClientId after = after(context.cursor());
        List<ClientId> clients =
                due == null ? ports.clients().eligible(after, PAGE) : due.page(context.now(), after, PAGE);
        Instant base = context.run().order().scheduledFor();
        List<Run> children = clients.stream()
                .map(client -> child(
                        flow,
                        definition.get(),
                        context.run(),
                        client,
                        context.now(),
                        base.plusSeconds(offset(client, to.spread()))))
                .toList();
        int made = ports.runs().insertAll(children, flow.plan());
        ports.queues().signal(flow.work(), clients, base);
        int all = context.counts().done() + made;
        Counts counts = new Counts(
                context.counts().total() + clients.size(),
                all,
                0,
                context.counts().skipped() + clients.size() - made,
                0);
        Outcome outcome = Outcome.count("clients", made);
        return clients.size() < PAGE
                ? new StepResult.Done(counts, outcome)
                : new StepResult.More(clients.getLast().text(), counts, outcome);
    }

    private Run child(Flow<?> flow, Definition definition, Run parent, ClientId client, Instant now, Instant from) {
        RunMaker.Cause cause =
                new RunMaker.Cause(RunTrigger.PARENT, RunKey.child(parent.id(), client.text()), null, parent.id());
        return maker.make(flow, definition, client, cause, Map.of(), now, from);
    }

    /** The same second of the spread for the same client every day. */
    private static long offset(ClientId client, Duration spread) {
        return Math.floorMod(client.value().hashCode(), Math.max(1, spread.toSeconds()));
    }

    private static @Nullable ClientId after(@Nullable String cursor) {
        return cursor == null ? null : EntityId.parse(cursor, ClientId::new).orElseThrow();
    }
}
