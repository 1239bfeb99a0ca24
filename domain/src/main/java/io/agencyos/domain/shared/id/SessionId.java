package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A signed-in session or refresh family of a user. */
public record SessionId(UUID value) implements EntityId {}
