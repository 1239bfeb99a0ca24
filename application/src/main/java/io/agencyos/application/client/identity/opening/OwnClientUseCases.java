package io.agencyos.application.client.identity.opening;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClientService;
import io.agencyos.application.client.identity.NewMembers;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** Clients that people open for themselves, and staff for others, wired by hand; bootstrap and tests hand in the ports. */
public final class OwnClientUseCases {

    private final OpenOwnClient openOwnClient;
    private final OpenForStaff openForStaff;

    public OwnClientUseCases(IdentityPorts ports, Credits credits, UnitOfWork units, ClockPort clock, IdSource ids) {
        AuditTrail trail = new AuditTrail(ports.audit(), clock, ids);
        OpenClientService opening = new OpenClientService(ports.clients(), credits, units, clock, ids);
        openForStaff = new OpenForStaffService(opening, trail, units);
        openOwnClient = new OpenOwnClientService(
                ports.users(), opening, new NewMembers(ports.users(), trail, clock, ids), units, clock);
    }

    public OpenForStaff openForStaff() {
        return openForStaff;
    }

    public OpenOwnClient openOwnClient() {
        return openOwnClient;
    }
}
