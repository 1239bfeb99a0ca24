package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One computed score of a lead, frozen on touches as their {@code als_snapshot}. */
public record LeadScoreId(UUID value) implements EntityId {}
