package io.agencyos.domain.shared.id;

import java.util.UUID;

/** What a person asked about the data that a client holds of them. */
public record PrivacyRequestId(UUID value) implements EntityId {}
