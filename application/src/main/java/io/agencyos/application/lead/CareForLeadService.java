package io.agencyos.application.lead;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Each change is one line of the audit log; what changes nothing leaves none. The gates read what stands here. */
public final class CareForLeadService implements CareForLead {

    private final Leads leads;
    private final Consumer<AuditEntry> audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public CareForLeadService(
            Leads leads, Consumer<AuditEntry> audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.leads = leads;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome pause(TenantScope scope, LeadId lead, Origin origin) {
        return change(scope, lead, Role.MEMBER, care -> care.paused(clock.now()), Map.of(), origin);
    }

    @Override
    public Outcome resume(TenantScope scope, LeadId lead, Origin origin) {
        return change(scope, lead, Role.MEMBER, LeadCare::resumed, Map.of(), origin);
    }

    @Override
    public Outcome override(
            TenantScope scope,
            LeadId lead,
            PermissionMode mode,
            String reason,
            @Nullable Instant until,
            Origin origin) {
        return change(
                scope,
                lead,
                mode == PermissionMode.AUTOPILOT ? Role.ADMIN : Role.MEMBER,
                care -> care.inMode(new LeadCare.OwnMode(mode, until)),
                Map.of("reason", reason),
                origin);
    }

    @Override
    public Outcome lift(TenantScope scope, LeadId lead, Origin origin) {
        return change(scope, lead, Role.MEMBER, care -> care.inMode(null), Map.of(), origin);
    }

    private Outcome change(
            TenantScope scope,
            LeadId id,
            Role least,
            UnaryOperator<LeadCare> change,
            Map<String, String> why,
            Origin origin) {
        if (!scope.role().permits(least)) {
            return new Outcome.Forbidden(least);
        }
        return units.inTenant(scope.asWorker(), () -> {
            Optional<Lead> found = leads.findForUpdate(scope.clientId(), id).filter(lead -> lead.deletedAt() == null);
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            LeadCare before = found.get().care();
            LeadCare after = change.apply(before);
            if (!after.equals(before)) {
                leads.setCare(scope.clientId(), id, after, scope.userId());
                // what it waited for is over: planning asks again at once
                leads.setBlocks(scope.clientId(), Map.of(id, Optional.empty()));
                audit.accept(line(scope, id, before, after, why, origin));
            }
            return new Outcome.Done();
        });
    }

    private AuditEntry line(
            TenantScope scope, LeadId id, LeadCare before, LeadCare after, Map<String, String> why, Origin origin) {
        return new AuditEntry(
                ids.next(),
                clock.now(),
                scope.clientId(),
                Actors.of(scope),
                AuditAction.UPDATE,
                AuditEntry.Outcome.OK,
                "lead",
                id.value(),
                Map.of(
                        "outreach_paused",
                                new Change(
                                        Boolean.toString(before.pausedAt() != null),
                                        Boolean.toString(after.pausedAt() != null)),
                        "permission_override", new Change(mode(before), mode(after))),
                why,
                origin);
    }

    private static @Nullable String mode(LeadCare care) {
        return care.own() == null ? null : care.own().mode().wire();
    }
}
