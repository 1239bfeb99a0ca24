package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.platform.flow.store.RunClock;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;

/** Every store of flows in memory, on one unit of work. */
final class FlowsInMemory implements FlowStand {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryFlowDefinitions definitions = new MemoryFlowDefinitions(units, List.of());
    private final MemoryFlowRuns runs = new MemoryFlowRuns(units, definitions);
    private final MemoryTenantQueues queues = new MemoryTenantQueues(units, runs);
    private final MemoryExecutions executions = new MemoryExecutions(units);
    private final MemoryBreakers breakers = new MemoryBreakers(units);
    private final MemoryRateBuckets buckets = new MemoryRateBuckets(units);
    private final MemoryFlowNodes nodes = new MemoryFlowNodes(units);
    private final MemoryEvents events = new MemoryEvents(units);
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final MemoryAudit audit = new MemoryAudit(units);

    RunFigures figures() {
        return new MemoryRunFigures(runs, definitions);
    }

    Alerts alerts() {
        return alerts;
    }

    @Override
    public Stores stores() {
        return new Stores(units, runs, queues, executions, definitions, breakers, buckets, nodes, events, audit);
    }

    @Override
    public RunClock clock(ClockPort time) {
        return new FakeRunClock(units, time);
    }

    @Override
    public void define(FlowDefinitions.Definition definition) {
        definitions.define(definition);
    }

    @Override
    public Optional<FlowRuns.Handed> take() {
        return units.onPlatform(executions::take);
    }

    @Override
    public List<String> eventsOf(ClientId client) {
        return events.all().stream()
                .filter(event -> client.equals(event.clientId()))
                .map(event -> event.name().wire())
                .toList();
    }
}
