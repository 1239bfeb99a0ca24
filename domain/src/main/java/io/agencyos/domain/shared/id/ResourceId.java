package io.agencyos.domain.shared.id;

import java.util.UUID;

/** Anything that is sent from: a sending domain, a mailbox, a phone number. */
public record ResourceId(UUID value) implements EntityId {}
