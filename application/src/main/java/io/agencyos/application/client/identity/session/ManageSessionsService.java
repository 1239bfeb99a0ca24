package io.agencyos.application.client.identity.session;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.SessionId;
import java.util.List;

/** Only the person's own sign-ins are looked at. */
public final class ManageSessionsService implements ManageSessions {

    private final IdentityPorts ports;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ManageSessionsService(IdentityPorts ports, AuditTrail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<SignedInSession> list(Principal principal) {
        return units.onPlatform(() -> ports.sessions().usable(principal.userId(), clock.now()));
    }

    @Override
    public boolean end(Principal principal, SessionId family, Origin origin) {
        return units.onPlatform(() -> {
            ports.users().findForUpdate(principal.userId());
            boolean own = ports.sessions().usable(principal.userId(), clock.now()).stream()
                    .anyMatch(session -> session.family().equals(family));
            if (own) {
                ports.sessions().revokeFamily(family, clock.now());
                trail.session(AuditAction.AUTH_LOGOUT, principal.userId(), family, AuditEntry.Outcome.OK, origin);
            }
            return own;
        });
    }
}
