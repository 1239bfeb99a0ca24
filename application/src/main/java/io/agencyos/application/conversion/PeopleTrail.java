package io.agencyos.application.conversion;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import java.util.Map;
import java.util.UUID;

/** What a person changed here, told in the audit log inside the caller's unit of work. */
record PeopleTrail(Audit audit, ClockPort clock, IdSource ids) {

    /** Members and above, and the product itself. Source: api 3. */
    static boolean mayWrite(TenantScope scope) {
        return scope.role() == Role.WORKER || scope.role().permits(Role.MEMBER);
    }

    void updated(
            TenantScope scope,
            String type,
            UUID resource,
            Map<String, AuditEntry.Change> changes,
            AuditEntry.Origin origin) {
        if (!scope.ofTheProduct()) {
            audit.append(new AuditEntry(
                    ids.next(),
                    clock.now(),
                    scope.clientId(),
                    Actors.of(scope),
                    AuditAction.UPDATE,
                    AuditEntry.Outcome.OK,
                    type,
                    resource,
                    changes,
                    Map.of(),
                    origin));
        }
    }
}
