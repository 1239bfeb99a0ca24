package io.agencyos.application.shared;

import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ApiKeyId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for which tenant, in which role. A unit of work is opened for exactly one scope; inside it no row of
 * another tenant can be read or written. Source: api 4, data model 2.
 *
 * @param clientId the tenant whose rows are visible
 * @param userId the signed-in person, or null for flows and vendors
 * @param role the member's role, or {@link Role#WORKER} for what only the product itself may write
 * @param keyId the key of the program that acts, or null
 * @param support the support session in which staff acts, or null
 */
public record TenantScope(
        ClientId clientId,
        @Nullable UserId userId,
        Role role,
        @Nullable ApiKeyId keyId,
        @Nullable SupportSessionId support) {

    public TenantScope(ClientId clientId, @Nullable UserId userId, Role role) {
        this(clientId, userId, role, null, null);
    }

    /** A request of staff in a support session. Source: api 3. */
    public static TenantScope ofSupport(ClientId clientId, UserId staff, Role role, SupportSessionId support) {
        return new TenantScope(clientId, staff, role, null, support);
    }

    /** A program's request, in the role that its key has at most. */
    public static TenantScope ofKey(ClientId clientId, Role role, ApiKeyId key) {
        return new TenantScope(clientId, null, role, key, null);
    }

    /** The product's own work for a tenant: flows, events, and writes a person may cause but not make directly. */
    public static TenantScope worker(ClientId clientId) {
        return new TenantScope(clientId, null, Role.WORKER);
    }

    /** Whether nobody from outside acts, neither person nor program. */
    public boolean ofTheProduct() {
        return userId == null && keyId == null;
    }

    /** The same person's request, raised to write worker-owned rows after the use case has checked the permission. */
    public TenantScope asWorker() {
        return new TenantScope(clientId, userId, Role.WORKER, keyId, support);
    }
}
