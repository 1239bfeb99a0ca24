package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One line of a lead's timeline. */
public record ActivityId(UUID value) implements EntityId {}
