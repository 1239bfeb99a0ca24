package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;

/** Starts runs on behalf of another one. */
final class ChildRuns {

    private final Flows flows;
    private final FlowPorts ports;
    private final UnitOfWork units;
    private final RunMaker maker;

    ChildRuns(Flows flows, FlowPorts ports, UnitOfWork units, IdSource ids) {
        this.flows = flows;
        this.ports = ports;
        this.units = units;
        this.maker = new RunMaker(ports, ids);
    }

    OtherRuns of(Run parent) {
        return new OtherRuns() {
            @Override
            public FlowRuns.Inserted start(ClientId client, String flow, RunKey key, Map<String, String> params) {
                return units.inTenant(TenantScope.worker(client), () -> begin(parent, client, flow, key, params));
            }

            @Override
            public List<Run> children() {
                return units.inTenant(
                        TenantScope.worker(parent.client()), () -> ports.runs().children(parent.client(), parent.id()));
            }
        };
    }

    private FlowRuns.Inserted begin(Run parent, ClientId client, String name, RunKey key, Map<String, String> params) {
        Flow<?> flow = flows.find(name).orElseThrow(() -> new IllegalArgumentException("no such flow: " + name));
        Definition definition = ports.definitions()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("the flow is not defined: " + name));
        RunMaker.Cause cause = new RunMaker.Cause(RunTrigger.PARENT, key, null, parent.id());
        return maker.insert(
                maker.make(
                        flow, definition, client, cause, params, ports.clock().now(), null),
                flow);
    }
}
