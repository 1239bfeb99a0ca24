package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One intended contact; also the left part of its Message-ID (vocabulary 23). */
public record TouchId(UUID value) implements EntityId {}
