package io.agencyos.domain.shared;

import java.util.UUID;

/** One outgoing domain event ({@code evt_} plus this id for subscribers). */
public record EventId(UUID value) implements EntityId {}
