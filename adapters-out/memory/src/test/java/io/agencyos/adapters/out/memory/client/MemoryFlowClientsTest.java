package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.platform.flow.MemoryFlowClients;
import io.agencyos.application.client.billing.BillingStand;
import io.agencyos.application.client.billing.FlowClientsContract;
import io.agencyos.application.platform.flow.store.FlowClients;

class MemoryFlowClientsTest extends FlowClientsContract {

    private final BillingStand stand = new MemoryBilling();

    @Override
    protected BillingStand stand() {
        return stand;
    }

    @Override
    protected FlowClients flowClients() {
        return new MemoryFlowClients(ports().clients(), ports().credits());
    }
}
