package io.agencyos.domain.shared;

import java.util.UUID;

/** A sending domain of the resource pool. */
public record SendingDomainId(UUID value) implements EntityId {}
