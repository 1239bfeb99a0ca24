package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A tenant: an agency's client account, or its test twin. Every tenant row carries it. */
public record ClientId(UUID value) implements EntityId {}
