package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.webhook.WebhooksContract;
import java.util.UUID;

class MemoryWebhooksTest extends WebhooksContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryEvents events = new MemoryEvents(units);
    private final MemoryWebhookEndpoints endpoints = new MemoryWebhookEndpoints(units);
    private final Stores stores = new Stores(
            units,
            new MemoryClients(units),
            new MemoryCredits(units, UUID::randomUUID),
            events,
            endpoints,
            new MemoryWebhookDeliveries(units, events, endpoints),
            new MemoryAlerts(units),
            new MemoryAudit(units));

    @Override
    protected Stores stores() {
        return stores;
    }
}
