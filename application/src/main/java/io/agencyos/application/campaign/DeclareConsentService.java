package io.agencyos.application.campaign;

import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.Optional;

/** The campaign is locked, so that two admins who sign at once leave one signature. */
final class DeclareConsentService implements DeclareConsent, ShowConsent {

    private final CampaignPorts ports;
    private final Trail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    DeclareConsentService(CampaignPorts ports, Trail trail, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome declare(TenantScope scope, CampaignId campaign, int version, Origin origin) {
        UserId person = scope.userId();
        if (person == null || !Permissions.permits(scope, Role.ADMIN)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        if (version != ConsentText.CURRENT.version()) {
            return new Outcome.OtherText(ConsentText.CURRENT);
        }
        return units.inTenant(scope.asWorker(), () -> declareInside(scope, person, campaign, origin));
    }

    private Outcome declareInside(TenantScope scope, UserId person, CampaignId id, Origin origin) {
        Optional<Campaign> campaign = ports.campaigns().findForUpdate(scope.clientId(), id);
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        Optional<ConsentDeclaration> known = ports.declarations()
                .newest(scope.clientId(), id)
                .filter(signed -> signed.textHash().equals(ConsentText.CURRENT.hash()));
        if (known.isPresent()) {
            return new Outcome.AlreadyDeclared(known.get());
        }
        ConsentDeclaration declaration = new ConsentDeclaration(
                new ConsentId(ids.next()),
                scope.clientId(),
                id,
                ConsentText.CURRENT.version(),
                ConsentText.CURRENT.hash(),
                person,
                clock.now());
        ports.declarations().append(declaration);
        trail.campaign(
                scope,
                AuditAction.CONSENT_DECLARED,
                campaign.get(),
                Map.of("consent_version", new Change(null, Integer.toString(declaration.textVersion()))),
                origin);
        return new Outcome.Declared(declaration);
    }

    @Override
    public Optional<Standing> of(TenantScope scope, CampaignId id) {
        return units.inTenant(
                scope,
                () -> ports.campaigns()
                        .find(scope.clientId(), id)
                        .map(campaign -> new Standing(
                                ConsentText.CURRENT,
                                ports.declarations()
                                        .newest(scope.clientId(), id)
                                        .orElse(null))));
    }
}
