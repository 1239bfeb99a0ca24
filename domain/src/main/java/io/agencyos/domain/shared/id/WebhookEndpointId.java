package io.agencyos.domain.shared.id;

import java.util.UUID;

/** An address to which a client has events sent. */
public record WebhookEndpointId(UUID value) implements EntityId {}
