package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.platform.flow.store.Executions;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.platform.flow.store.FlowNodes;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.platform.flow.store.RateBuckets;
import io.agencyos.application.platform.flow.store.RunClock;
import io.agencyos.application.platform.flow.store.TenantQueues;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;

/** What the stories of flows stand on: stores of one kind, and a look behind them. */
public interface FlowStand {

    /** The ports under test. */
    record Stores(
            UnitOfWork units,
            FlowRuns runs,
            TenantQueues queues,
            Executions executions,
            FlowDefinitions definitions,
            Breakers breakers,
            RateBuckets buckets,
            FlowNodes nodes,
            Events events,
            Audit audit) {}

    Stores stores();

    /** A clock of these stores that stands at this time: like theirs it wants an open unit of work. */
    RunClock clock(ClockPort time);

    /** Adds a row that an installation would be delivered with. */
    void define(FlowDefinitions.Definition definition);

    /** Takes the next order to execute, as some node does. */
    Optional<FlowRuns.Handed> take();

    /** The events that a client's runs left in the outbox. */
    List<String> eventsOf(ClientId client);
}
