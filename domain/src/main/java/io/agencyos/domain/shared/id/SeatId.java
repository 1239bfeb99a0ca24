package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A LinkedIn seat of a client. */
public record SeatId(UUID value) implements EntityId {}
