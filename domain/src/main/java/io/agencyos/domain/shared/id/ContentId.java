package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A frozen content snapshot of a touch. */
public record ContentId(UUID value) implements EntityId {}
