package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.Optional;

/** Checks who, whether and with what, then queues. */
final class StartRunService implements StartRun {

    private final Flows flows;
    private final FlowPorts ports;
    private final Stops stops;
    private final UnitOfWork units;
    private final RunMaker maker;

    StartRunService(Flows flows, FlowPorts ports, Stops stops, UnitOfWork units, IdSource ids) {
        this.flows = flows;
        this.ports = ports;
        this.stops = stops;
        this.units = units;
        this.maker = new RunMaker(ports, ids);
    }

    @Override
    public Outcome start(TenantScope scope, Request request) {
        Optional<Flow<?>> found = flows.find(request.flow()).filter(flow -> flow.startedBy() != null);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Flow<?> flow = found.get();
        Role least = flow.startedBy();
        if (least != null && !scope.role().permits(least)) {
            return new Outcome.RoleRequired(least);
        }
        if (flow.read().apply(request.params()) instanceof Result.Err<?, String>(String problem)) {
            return new Outcome.Invalid(problem);
        }
        Stops.Everywhere everywhere = stops.everywhere();
        return units.inTenant(scope.asWorker(), () -> start(scope, flow, request, everywhere));
    }

    private Outcome start(TenantScope scope, Flow<?> flow, Request request, Stops.Everywhere everywhere) {
        Optional<Definition> definition = ports.definitions().find(flow.name());
        if (definition.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!definition.get().enabled()) {
            String reason = definition.get().pausedReason();
            return new Outcome.SwitchedOff(reason == null ? "The flow is switched off." : reason);
        }
        Instant now = ports.clock().now();
        RunMaker.Cause cause =
                new RunMaker.Cause(RunTrigger.API, RunKey.api(request.key()), scope.userId(), null, request.subject());
        Run run = maker.make(flow, definition.get(), scope.clientId(), cause, request.params(), now, null);
        Optional<Block> block = stops.of(flow, scope.clientId(), everywhere, now)
                .or(() -> stops.ofAccounts(flow, scope.clientId(), everywhere, now));
        return switch (block.isPresent() ? new FlowRuns.Inserted.Active(run.id()) : maker.insert(run, flow)) {
            case FlowRuns.Inserted.Made() -> new Outcome.Started(run);
            case FlowRuns.Inserted.Known(RunId known, var state) ->
                new Outcome.Repeated(ports.runs().find(scope.clientId(), known).orElseThrow());
            case FlowRuns.Inserted.Active(RunId active) ->
                block.<Outcome>map(Outcome.Blocked::new).orElseGet(() -> new Outcome.AlreadyRunning(active));
        };
    }
}
