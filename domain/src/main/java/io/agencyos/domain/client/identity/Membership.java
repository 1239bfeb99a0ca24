package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;

/** A person's role in a client, and by it in the client's twin. Source: data model 5.1. */
public record Membership(ClientId clientId, UserId userId, Role role, Instant acceptedAt, int version) {

    /** One that is not stored yet. */
    public Membership(ClientId clientId, UserId userId, Role role, Instant acceptedAt) {
        this(clientId, userId, role, acceptedAt, 0);
    }

    /** The same in another role. */
    public Membership as(Role other) {
        return new Membership(clientId, userId, other, acceptedAt, version);
    }
}
