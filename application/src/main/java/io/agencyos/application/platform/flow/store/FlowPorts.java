package io.agencyos.application.platform.flow.store;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;

/** The stores of this package, handed to its use cases together. */
public record FlowPorts(
        FlowRuns runs,
        TenantQueues queues,
        Executions executions,
        FlowDefinitions definitions,
        Breakers breakers,
        RateBuckets buckets,
        FlowClients clients,
        FlowNodes nodes,
        RunClock clock,
        Events events,
        Audit audit) {}
