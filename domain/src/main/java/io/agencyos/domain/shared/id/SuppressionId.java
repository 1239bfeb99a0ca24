package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One suppression entry. */
public record SuppressionId(UUID value) implements EntityId {}
