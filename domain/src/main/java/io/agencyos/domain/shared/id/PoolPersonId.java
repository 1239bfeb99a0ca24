package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A person in the pool, whoever owns it. */
public record PoolPersonId(UUID value) implements EntityId {}
