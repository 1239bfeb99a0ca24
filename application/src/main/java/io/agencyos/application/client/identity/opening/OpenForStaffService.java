package io.agencyos.application.client.identity.opening;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.OpenClientService;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;

/** The client and the line of the log that tells of it are one unit. */
final class OpenForStaffService implements OpenForStaff {

    private final OpenClientService clients;
    private final AuditTrail trail;
    private final UnitOfWork units;

    OpenForStaffService(OpenClientService clients, AuditTrail trail, UnitOfWork units) {
        this.clients = clients;
        this.trail = trail;
        this.units = units;
    }

    @Override
    public OpenClient.Outcome open(UserId staff, String name, Origin origin) {
        return units.onPlatform(() -> {
            OpenClient.Outcome outcome = clients.openInside(name);
            if (outcome instanceof OpenClient.Outcome.Opened(var client)) {
                trail.change(
                        Actor.user(staff.value()),
                        AuditAction.CREATE,
                        client.id(),
                        "client",
                        client.id().value(),
                        Map.of(),
                        origin);
            }
            return outcome;
        });
    }
}
