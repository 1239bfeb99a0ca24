package io.agencyos.application.outreach.suppression;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One unit: consent and audit line stand together. */
public final class KeepConsentsService implements KeepConsents {

    private final Consents consents;
    private final Leads leads;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public KeepConsentsService(
            Consents consents, Leads leads, Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.consents = consents;
        this.leads = leads;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Optional<List<Consent>> ofLead(TenantScope scope, LeadId lead) {
        return units.inTenant(
                scope, () -> leads.find(scope.clientId(), lead).map(found -> consents.ofLead(scope.clientId(), lead)));
    }

    @Override
    public Outcome keep(TenantScope scope, LeadId lead, Consent.Wish wish, Origin origin) {
        if (!scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        return units.inTenant(scope, () -> {
            if (leads.find(scope.clientId(), lead).isEmpty()) {
                return new Outcome.NotFound();
            }
            Actor actor = Actors.of(scope);
            String by = actor.kind().name().toLowerCase(Locale.ROOT) + ":" + actor.id();
            return switch (Consent.of(new ConsentId(ids.next()), scope.clientId(), lead, wish, by, clock.now())) {
                case Result.Err(var problems) -> new Outcome.Invalid(problems);
                case Result.Ok(Consent consent) -> kept(consent, actor, origin);
            };
        });
    }

    private Outcome kept(Consent consent, Actor actor, Origin origin) {
        consents.append(consent);
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                consent.clientId(),
                actor,
                AuditAction.CREATE,
                AuditEntry.Outcome.OK,
                "consent",
                consent.id().value(),
                Map.of(),
                Map.of(
                        "lead_id",
                        consent.leadId().text(),
                        "channel",
                        consent.channel().wire(),
                        "basis",
                        consent.basis().wire()),
                origin));
        return new Outcome.Kept(consent);
    }
}
