package io.agencyos.domain.shared.id;

import java.util.UUID;

/** An item of the approval queue. */
public record ApprovalId(UUID value) implements EntityId {}
