package io.agencyos.domain.shared.id;

import java.util.UUID;

/** An experiment with the texts of a step. */
public record ExperimentId(UUID value) implements EntityId {}
