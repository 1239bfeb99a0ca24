package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One inbound answer and its classification; names REPLY touches in their key. */
public record ReplyId(UUID value) implements EntityId {}
