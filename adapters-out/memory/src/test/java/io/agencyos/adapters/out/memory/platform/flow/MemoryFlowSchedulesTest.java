package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.Breakers;
import io.agencyos.application.platform.flow.Executions;
import io.agencyos.application.platform.flow.FlowDefinitions;
import io.agencyos.application.platform.flow.FlowNodes;
import io.agencyos.application.platform.flow.FlowRuns;
import io.agencyos.application.platform.flow.FlowSchedulesContract;
import io.agencyos.application.platform.flow.TenantQueues;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Optional;

class MemoryFlowSchedulesTest extends FlowSchedulesContract {

    private final FlowsInMemory memory = new FlowsInMemory();

    @Override
    protected UnitOfWork units() {
        return memory.units;
    }

    @Override
    protected FlowRuns runs() {
        return memory.runs;
    }

    @Override
    protected TenantQueues queues() {
        return memory.queues;
    }

    @Override
    protected Executions executions() {
        return memory.executions;
    }

    @Override
    protected FlowDefinitions definitions() {
        return memory.definitions;
    }

    @Override
    protected Breakers breakers() {
        return memory.breakers;
    }

    @Override
    protected FlowNodes nodes() {
        return memory.nodes;
    }

    @Override
    protected Events events() {
        return memory.events;
    }

    @Override
    protected Audit audit() {
        return memory.audit;
    }

    @Override
    protected void define(FlowDefinitions.Definition definition) {
        memory.definitions.define(definition);
    }

    @Override
    protected Optional<FlowRuns.Handed> take() {
        return memory.take();
    }

    @Override
    protected List<String> eventsOf(ClientId of) {
        return memory.eventsOf(of);
    }
}
