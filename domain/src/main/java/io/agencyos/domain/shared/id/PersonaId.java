package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A sender persona of a client. */
public record PersonaId(UUID value) implements EntityId {}
