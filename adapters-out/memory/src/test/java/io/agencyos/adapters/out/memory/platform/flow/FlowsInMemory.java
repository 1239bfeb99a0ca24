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

    private final MemoryUnitOfWork units;
    private final MemoryFlowDefinitions definitions;
    private final MemoryFlowRuns runs;
    private final MemoryTenantQueues queues;
    private final MemoryExecutions executions;
    private final MemoryBreakers breakers;
    private final MemoryRateBuckets buckets;
    private final MemoryFlowNodes nodes;
    private final MemoryEvents events;
    private final MemoryAlerts alerts;
    private final MemoryAudit audit;

    FlowsInMemory() {
        this(new MemoryUnitOfWork());
    }

    FlowsInMemory(MemoryUnitOfWork units) {
        this.units = units;
        definitions = new MemoryFlowDefinitions(units, List.of());
        runs = new MemoryFlowRuns(units, definitions);
        queues = new MemoryTenantQueues(units, runs);
        executions = new MemoryExecutions(units);
        breakers = new MemoryBreakers(units);
        buckets = new MemoryRateBuckets(units);
        nodes = new MemoryFlowNodes(units);
        events = new MemoryEvents(units);
        alerts = new MemoryAlerts(units);
        audit = new MemoryAudit(units);
    }

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
