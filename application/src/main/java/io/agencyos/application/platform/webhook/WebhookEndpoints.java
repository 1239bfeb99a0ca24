package io.agencyos.application.platform.webhook;

import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The endpoints of a client, their secrets and headers sealed. In the tenant's unit or the platform's. Source: api 9.18. */
@SecondaryPort
public interface WebhookEndpoints {

    /** A second one of the same name is a {@code UniqueViolation} of {@code uq_webhook_endpoint_name}. */
    void insert(WebhookEndpoint endpoint);

    /** All that are not deleted, the oldest first; there are at most twenty. */
    List<WebhookEndpoint> of(ClientId client);

    Optional<WebhookEndpoint> find(ClientId client, WebhookEndpointId id);

    /** Writes what a client decides, where the version is still the same, else {@code ConcurrentUpdate}. */
    WebhookEndpoint update(WebhookEndpoint endpoint);

    /** Writes how it fares; no new version, for the client has changed nothing. */
    void updateStanding(WebhookEndpoint endpoint);

    /** Takes it away where the version is still the same, else {@code ConcurrentUpdate}. */
    void delete(WebhookEndpoint endpoint);
}
