package io.agencyos.domain.shared.id;

import java.util.UUID;

/** An invitation to join a client, before its user exists. */
public record InvitationId(UUID value) implements EntityId {}
