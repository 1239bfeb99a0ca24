package io.agencyos.application.outreach.recording;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever holds a recording is a person, and is written down. */
final class KeepCallsService implements KeepCalls {

    private final CallPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    KeepCallsService(CallPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Optional<Shown> find(TenantScope scope, UUID call) {
        return units.inTenant(
                scope,
                () -> ports.calls()
                        .find(scope.clientId(), call)
                        .map(found -> new Shown(
                                found,
                                ports.leads()
                                        .find(scope.clientId(), found.leadId())
                                        .orElse(null))));
    }

    @Override
    public Held hold(TenantScope scope, UUID call, @Nullable String reason, Origin origin) {
        UserId person = scope.userId();
        if (person == null || !scope.role().permits(Role.ADMIN)) {
            return Held.ROLE_REQUIRED;
        }
        return units.inTenant(scope.asWorker(), () -> {
            if (ports.calls().find(scope.clientId(), call).isEmpty()) {
                return Held.NOT_FOUND;
            }
            String before = ports.archive()
                    .find(scope.clientId(), call)
                    .map(CallArchive.Recording::holdReason)
                    .orElse(null);
            if (!ports.archive().hold(scope.clientId(), call, reason, person, clock.now())) {
                return Held.NO_RECORDING;
            }
            ports.audit()
                    .append(new AuditEntry(
                            ids.next(),
                            clock.now(),
                            scope.clientId(),
                            Actors.of(scope),
                            AuditAction.UPDATE,
                            AuditEntry.Outcome.OK,
                            "recording_hold",
                            call,
                            Map.of("reason", new Change(before, reason)),
                            Map.of(),
                            origin));
            return Held.DONE;
        });
    }
}
