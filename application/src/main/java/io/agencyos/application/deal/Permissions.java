package io.agencyos.application.deal;

import io.agencyos.domain.client.identity.Role;

/** Who may do what with meetings. Source: api 3. */
final class Permissions {

    private Permissions() {}

    /** Members and above, and the product itself. */
    static boolean mayWrite(Role role) {
        return role == Role.WORKER || role.permits(Role.MEMBER);
    }
}
