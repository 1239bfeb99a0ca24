package io.agencyos.domain.shared;

import java.util.UUID;

/** A company of the pool. */
public record PoolCompanyId(UUID value) implements EntityId {}
