package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.webhook.WebhookEndpoints;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.platform.webhook.WebhookEndpoint.Standing;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Endpoints of clients. */
public final class MemoryWebhookEndpoints implements WebhookEndpoints {

    private record Named(ClientId client, String name) {}

    private final MemoryTable<WebhookEndpointId, WebhookEndpoint> endpoints;

    public MemoryWebhookEndpoints(MemoryUnitOfWork units) {
        endpoints = MemoryTable.<WebhookEndpointId, WebhookEndpoint>ofTenants(
                        "webhook_endpoint", units, WebhookEndpoint::clientId, WebhookEndpoint::id)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.WORKER)
                .alsoWrittenByThePlatform()
                .stamped(endpoint -> endpoint.id().value())
                .unique(
                        "uq_webhook_endpoint_name",
                        endpoint ->
                                new Named(endpoint.clientId(), endpoint.wish().name()));
    }

    @Override
    public void insert(WebhookEndpoint endpoint) {
        endpoints.insert(endpoint);
    }

    @Override
    public List<WebhookEndpoint> of(ClientId client) {
        return endpoints
                .rows()
                .filter(endpoint -> endpoint.clientId().equals(client))
                .sorted(Comparator.comparing(WebhookEndpoint::createdAt)
                        .thenComparing(endpoint -> endpoint.id().text()))
                .toList();
    }

    @Override
    public Optional<WebhookEndpoint> find(ClientId client, WebhookEndpointId id) {
        return endpoints.find(id).filter(endpoint -> endpoint.clientId().equals(client));
    }

    @Override
    public WebhookEndpoint update(WebhookEndpoint endpoint) {
        current(endpoint);
        WebhookEndpoint next = endpoint.atVersion(endpoint.version() + 1);
        endpoints.put(next);
        return next;
    }

    @Override
    public void updateStanding(WebhookEndpoint endpoint) {
        Standing now = endpoint.standing();
        endpoints.find(endpoint.id()).ifPresent(known -> {
            Standing before = known.standing();
            endpoints.put(known.with(new Standing(
                    before.active() && now.active(),
                    before.disabledReason() == null ? now.disabledReason() : before.disabledReason(),
                    before.disabledAt() == null ? now.disabledAt() : before.disabledAt(),
                    now.lastSuccessAt(),
                    now.lastFailureAt(),
                    now.failingSince())));
        });
    }

    @Override
    public void delete(WebhookEndpoint endpoint) {
        current(endpoint);
        endpoints.remove(endpoint.id());
    }

    private void current(WebhookEndpoint endpoint) {
        endpoints
                .find(endpoint.id())
                .filter(known -> known.version() == endpoint.version())
                .orElseThrow(() -> new ConcurrentUpdate("webhook endpoint " + endpoint.id()));
    }
}
