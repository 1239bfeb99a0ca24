package io.agencyos.application.client.identity.session;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;

/** Signing out twice is the same as once, and is written down once. */
public final class SignOutService implements SignOut {

    private final IdentityPorts ports;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public SignOutService(IdentityPorts ports, AuditTrail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public void signOut(Principal principal, Origin origin) {
        units.onPlatform(() -> {
            ports.users().findForUpdate(principal.userId());
            if (ports.sessions().revokeFamily(principal.family(), clock.now()) > 0) {
                trail.session(
                        AuditAction.AUTH_LOGOUT, principal.userId(), principal.family(), AuditEntry.Outcome.OK, origin);
            }
        });
    }
}
