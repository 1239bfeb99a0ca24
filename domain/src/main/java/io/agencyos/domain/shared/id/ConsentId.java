package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One piece of consent evidence. */
public record ConsentId(UUID value) implements EntityId {}
