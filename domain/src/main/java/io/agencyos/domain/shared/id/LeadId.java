package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A client's own record of a person; an assignment is a claim and this lead. */
public record LeadId(UUID value) implements EntityId {}
