package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.Breakers;
import io.agencyos.application.platform.flow.Executions;
import io.agencyos.application.platform.flow.FlowDefinitions;
import io.agencyos.application.platform.flow.FlowEngineContract;
import io.agencyos.application.platform.flow.FlowNodes;
import io.agencyos.application.platform.flow.FlowRuns;
import io.agencyos.application.platform.flow.TenantQueues;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFlowEngineTest extends FlowEngineContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FlowsOnPostgres postgres = new FlowsOnPostgres(database);

    @Override
    protected UnitOfWork units() {
        return postgres.units;
    }

    @Override
    protected FlowRuns runs() {
        return postgres.runs;
    }

    @Override
    protected TenantQueues queues() {
        return postgres.queues;
    }

    @Override
    protected Executions executions() {
        return postgres.executions;
    }

    @Override
    protected FlowDefinitions definitions() {
        return postgres.definitions;
    }

    @Override
    protected Breakers breakers() {
        return postgres.breakers;
    }

    @Override
    protected FlowNodes nodes() {
        return postgres.nodes;
    }

    @Override
    protected Events events() {
        return postgres.events;
    }

    @Override
    protected Audit audit() {
        return postgres.audit;
    }

    @Override
    protected void define(FlowDefinitions.Definition definition) {
        postgres.define(definition);
    }

    @Override
    protected Optional<FlowRuns.Handed> take() {
        return postgres.take();
    }

    @Override
    protected List<String> eventsOf(ClientId of) {
        return postgres.eventsOf(of);
    }
}
