package io.agencyos.application.outreach.recording;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.UserId;
import java.io.IOException;
import java.io.OutputStream;
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
    public Heard hear(TenantScope scope, UUID call, Origin origin) {
        if (scope.userId() == null || !scope.role().permits(Role.ADMIN)) {
            return new Heard.RoleRequired();
        }
        return units.inTenant(scope.asWorker(), () -> {
            boolean open = ports.archive()
                            .find(scope.clientId(), call)
                            .filter(recording -> recording.mayBeHeard(clock.now()))
                            .isPresent()
                    && ports.files().find(scope.clientId(), call).isPresent();
            if (!open) {
                return new Heard.NotFound();
            }
            ports.audit()
                    .append(audit(
                            scope, AuditAction.EXPORT, "recording", call, Map.of(), Map.of("step", "heard"), origin));
            return new Heard.Sound(out -> copy(scope, call, out));
        });
    }

    /** Each piece by a unit of its own: whoever listens slowly holds no connection, and hears no more once it is erased. */
    private void copy(TenantScope scope, UUID call, OutputStream out) throws IOException {
        int number = 0;
        for (Optional<byte[]> piece = piece(scope, call, 0); piece.isPresent(); piece = piece(scope, call, number)) {
            out.write(piece.get());
            number++;
        }
    }

    private Optional<byte[]> piece(TenantScope scope, UUID call, int number) {
        return units.reading(scope, () -> ports.files().piece(scope.clientId(), call, number));
    }

    @Override
    public Log ofNumber(TenantScope scope, PhoneNumber number, CallBook.@Nullable After after, int limit) {
        if (!scope.role().permits(Role.ADMIN)) {
            return new Log.RoleRequired();
        }
        return units.reading(
                scope,
                () -> new Log.Calls(ports.calls()
                        .ofNumber(scope.clientId(), number, clock.now().minus(LOG), after, limit)));
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
                    .append(audit(
                            scope,
                            AuditAction.UPDATE,
                            "recording_hold",
                            call,
                            Map.of("reason", new Change(before, reason)),
                            Map.of(),
                            origin));
            return Held.DONE;
        });
    }

    private AuditEntry audit(
            TenantScope scope,
            AuditAction action,
            String what,
            UUID call,
            Map<String, Change> changes,
            Map<String, String> detail,
            Origin origin) {
        return new AuditEntry(
                ids.next(),
                clock.now(),
                scope.clientId(),
                Actors.of(scope),
                action,
                AuditEntry.Outcome.OK,
                what,
                call,
                changes,
                detail,
                origin);
    }
}
