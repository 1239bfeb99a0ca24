package io.agencyos.application.client.access;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/**
 * A program that showed a good key.
 *
 * @param client the one that the key opens: the live client, or its twin for a test key
 */
public record ApiKeyCaller(ApiKey key, Client client) {

    /** What the program may do at most; in a suspended client it only reads. */
    public Role role() {
        return client.suspension() == null ? key.roleCap() : Role.VIEWER;
    }

    /** The scope in a client; empty for every client but its own. */
    public Optional<TenantScope> scopeIn(ClientId asked) {
        return asked.equals(client.id())
                ? Optional.of(TenantScope.ofKey(client.id(), role(), key.id()))
                : Optional.empty();
    }
}
