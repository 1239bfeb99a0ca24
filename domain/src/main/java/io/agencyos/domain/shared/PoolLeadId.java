package io.agencyos.domain.shared;

import java.util.UUID;

/** A pool person: platform-wide facts about one human. A claim has the same identity, since at most one is live (POOL-1). */
public record PoolLeadId(UUID value) implements EntityId {}
