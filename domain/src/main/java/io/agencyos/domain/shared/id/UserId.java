package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A person who signs in; one user may be a member of several clients. */
public record UserId(UUID value) implements EntityId {}
