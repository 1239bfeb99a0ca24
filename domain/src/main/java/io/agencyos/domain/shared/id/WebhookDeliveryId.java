package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One event on its way to one endpoint. */
public record WebhookDeliveryId(UUID value) implements EntityId {}
