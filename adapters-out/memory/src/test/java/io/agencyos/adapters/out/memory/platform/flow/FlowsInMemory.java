package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.platform.flow.FlowRuns;
import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Optional;

/** Every store of flows in memory, on one unit of work. */
final class FlowsInMemory {

    final MemoryUnitOfWork units = new MemoryUnitOfWork();
    final MemoryFlowDefinitions definitions = new MemoryFlowDefinitions(units, List.of());
    final MemoryFlowRuns runs = new MemoryFlowRuns(units, definitions);
    final MemoryTenantQueues queues = new MemoryTenantQueues(units, runs);
    final MemoryExecutions executions = new MemoryExecutions(units);
    final MemoryBreakers breakers = new MemoryBreakers(units);
    final MemoryFlowNodes nodes = new MemoryFlowNodes(units);
    final MemoryEvents events = new MemoryEvents(units);
    final MemoryAudit audit = new MemoryAudit(units);

    Optional<FlowRuns.Handed> take() {
        return units.onPlatform(executions::take);
    }

    List<String> eventsOf(ClientId client) {
        return events.all().stream()
                .filter(event -> client.equals(event.clientId()))
                .map(event -> event.name().wire())
                .toList();
    }
}
