package io.agencyos.domain.shared.id;

import java.util.UUID;

/** An API key of a client (the row, never the secret). */
public record ApiKeyId(UUID value) implements EntityId {}
