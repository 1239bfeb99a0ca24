package io.agencyos.application.campaign.change;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who may do what here; the product itself may do everything. Source: api 3. */
public final class Permissions {

    private Permissions() {}

    public static boolean permits(TenantScope scope, Role required) {
        return scope.role() == Role.WORKER || scope.role().permits(required);
    }

    /**
     * Autopilot is the switch that lets messages leave without review, so it needs an admin; staff in a support session, who may
     * what an admin may, lets none leave.
     */
    public static Role toSet(TenantScope scope, @Nullable PermissionMode mode) {
        if (mode != PermissionMode.AUTOPILOT) {
            return Role.MEMBER;
        }
        return scope.support() == null ? Role.ADMIN : Role.OWNER;
    }
}
