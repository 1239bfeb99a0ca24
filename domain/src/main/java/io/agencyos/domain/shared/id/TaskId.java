package io.agencyos.domain.shared.id;

import java.util.UUID;

/** Something that waits for a person. */
public record TaskId(UUID value) implements EntityId {}
