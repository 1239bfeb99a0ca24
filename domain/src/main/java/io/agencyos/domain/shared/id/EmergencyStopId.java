package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One emergency stop of the platform. */
public record EmergencyStopId(UUID value) implements EntityId {}
