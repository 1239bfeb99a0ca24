package io.agencyos.application.shared;

import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for which tenant, in which role. A unit of work is opened for exactly one scope; inside it no row of
 * another tenant can be read or written. Source: api 4, data model 2.
 *
 * @param clientId the tenant whose rows are visible
 * @param userId the signed-in person, or null for flows and vendors
 * @param role the member's role, or {@link Role#WORKER} for what only the product itself may write
 */
public record TenantScope(ClientId clientId, @Nullable UserId userId, Role role) {

    /** The product's own work for a tenant: flows, events, and writes a person may cause but not make directly. */
    public static TenantScope worker(ClientId clientId) {
        return new TenantScope(clientId, null, Role.WORKER);
    }

    /** The same person's request, raised to write worker-owned rows after the use case has checked the permission. */
    public TenantScope asWorker() {
        return new TenantScope(clientId, userId, Role.WORKER);
    }
}
