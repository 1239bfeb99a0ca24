package io.agencyos.domain.shared;

import java.util.UUID;

/** A reusable content template. */
public record ContentTemplateId(UUID value) implements EntityId {}
