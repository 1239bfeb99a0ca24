package io.agencyos.application.lead;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Optional;

/** The outreach ends before the lead's row is locked: enrolment, then lead, is everybody's order. */
final class DeleteLeadService implements DeleteLead {

    private final LeadEditing on;

    DeleteLeadService(LeadEditing on) {
        this.on = on;
    }

    @Override
    public Outcome delete(TenantScope scope, LeadId id, int version, Origin origin) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.ADMIN)) {
            return Outcome.ROLE_REQUIRED;
        }
        return on.units().inTenant(scope.asWorker(), () -> deleteOnce(scope, id, version, origin));
    }

    private Outcome deleteOnce(TenantScope scope, LeadId id, int version, Origin origin) {
        ClientId client = scope.clientId();
        Optional<Lead> found = on.ports().leads().find(client, id);
        if (found.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        if (found.get().version() != version) {
            return Outcome.VERSION_CONFLICT;
        }
        on.ending().end(client, id);
        on.ports().leads().deleteAll(client, List.of(id), on.clock().now());
        on.audit(scope, AuditAction.DELETE, id, origin);
        return Outcome.DELETED;
    }
}
