package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One message of a thread, in or out. Not the mail header of that name. */
public record MessageId(UUID value) implements EntityId {}
