package io.agencyos.domain.shared;

import java.util.UUID;

/** A frozen content snapshot of a touch. */
public record ContentId(UUID value) implements EntityId {}
