package io.agencyos.domain.shared;

import java.util.UUID;

/** One stored webhook or polled event, before its effect. */
public record InboundEventId(UUID value) implements EntityId {}
