package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One import of a lead file; undo acts on it as a whole. */
public record ImportId(UUID value) implements EntityId {}
