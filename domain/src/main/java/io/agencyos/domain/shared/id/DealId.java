package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A deal. */
public record DealId(UUID value) implements EntityId {}
