package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A customer of a client. */
public record CustomerId(UUID value) implements EntityId {}
