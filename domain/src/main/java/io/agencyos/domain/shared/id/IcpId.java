package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One version of a client's ideal customer profile. */
public record IcpId(UUID value) implements EntityId {}
