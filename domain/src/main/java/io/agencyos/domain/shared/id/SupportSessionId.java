package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One support session of staff in a client. */
public record SupportSessionId(UUID value) implements EntityId {}
