package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One of the texts of an experiment. */
public record VariantId(UUID value) implements EntityId {}
