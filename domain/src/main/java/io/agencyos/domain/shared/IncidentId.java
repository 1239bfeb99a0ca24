package io.agencyos.domain.shared;

import java.util.UUID;

/** One incident of the platform. */
public record IncidentId(UUID value) implements EntityId {}
