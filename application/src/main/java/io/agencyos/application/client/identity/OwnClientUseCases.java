package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClientService;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** What people do about clients of their own, wired by hand; bootstrap and tests hand in the ports. */
public final class OwnClientUseCases {

    private final OpenOwnClient openOwnClient;

    public OwnClientUseCases(IdentityPorts ports, Credits credits, UnitOfWork units, ClockPort clock, IdSource ids) {
        AuditTrail trail = new AuditTrail(ports.audit(), clock, ids);
        openOwnClient = new OpenOwnClientService(
                ports.users(),
                new OpenClientService(ports.clients(), credits, units, clock, ids),
                new NewMembers(ports.users(), trail, clock, ids),
                units,
                clock);
    }

    public OpenOwnClient openOwnClient() {
        return openOwnClient;
    }
}
