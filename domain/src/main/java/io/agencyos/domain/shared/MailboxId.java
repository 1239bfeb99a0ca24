package io.agencyos.domain.shared;

import java.util.UUID;

/** A mailbox on a sending domain. */
public record MailboxId(UUID value) implements EntityId {}
