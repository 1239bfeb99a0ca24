package io.agencyos.domain.client;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.UserId;
import java.time.Instant;

/** A person's role in a client, and by it in the client's twin. Source: data model 5.1. */
public record Membership(ClientId clientId, UserId userId, Role role, Instant acceptedAt) {}
