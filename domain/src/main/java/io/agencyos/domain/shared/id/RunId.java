package io.agencyos.domain.shared.id;

import java.util.UUID;

/** One run of a flow, such as an import or a nightly job. */
public record RunId(UUID value) implements EntityId {}
