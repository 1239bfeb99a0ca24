package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A conversation with a lead on one channel. */
public record ThreadId(UUID value) implements EntityId {}
