package io.agencyos.domain.client.identity;

import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.shared.id.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A client that a person may enter, and in which role. The test twin of a client is one of its own, with the role of the
 * live client's membership. Source: data model 5.1.
 *
 * @param requiresSecondFactor people come in with a second factor only (api 2)
 */
public record ClientAccess(
        ClientId clientId,
        String name,
        String slug,
        ClientMode mode,
        @Nullable ClientId twinOf,
        Role role,
        boolean requiresSecondFactor) {

    /** The same with another role. */
    public ClientAccess as(Role other) {
        return new ClientAccess(clientId, name, slug, mode, twinOf, other, requiresSecondFactor);
    }
}
