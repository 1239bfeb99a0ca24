package io.agencyos.application.client;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;

/** Dated and audited; saying the same again changes neither. */
public final class ShareLearningService implements ShareLearning {

    private final Clients clients;
    private final SharingConsents consents;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ShareLearningService(
            Clients clients, SharingConsents consents, Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.clients = clients;
        this.consents = consents;
        this.trail = new AuditTrail(audit, clock, ids);
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome say(TenantScope scope, boolean consent, Origin origin) {
        if (!scope.role().permits(Role.OWNER)) {
            return new Outcome.RoleRequired(Role.OWNER);
        }
        return units.inTenant(scope.asWorker(), () -> saidInside(scope, consent, origin));
    }

    private Outcome saidInside(TenantScope scope, boolean consent, Origin origin) {
        ClientId client = scope.clientId();
        if (clients.findForUpdate(client).isEmpty()) {
            return new Outcome.NotFound();
        }
        boolean before = consents.given(client);
        if (before != consent) {
            consents.say(client, consent, clock.now());
            trail.change(
                    AuditTrail.actor(scope),
                    AuditAction.UPDATE,
                    client,
                    "client",
                    client.value(),
                    Map.of("data_sharing_consent", new Change(Boolean.toString(before), Boolean.toString(consent))),
                    origin);
        }
        return new Outcome.Said(consent);
    }
}
