package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A lead's run through one pinned sequence version; part of every idempotency key (outreach 4.4). */
public record EnrolmentId(UUID value) implements EntityId {}
