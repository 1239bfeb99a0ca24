package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The client's row is locked first: whoever commits a send holds it in share mode, so the stop waits for those alone. */
public final class PauseOutreachService implements PauseOutreach {

    private static final int LONGEST_REASON = 500;
    private static final String HANGUP = "hangup";

    private final CampaignPorts ports;
    private final Trail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public PauseOutreachService(CampaignPorts ports, Trail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome pause(TenantScope scope, String reason, boolean hangUp, Origin origin) {
        if (!Permissions.permits(scope, Role.MEMBER)) {
            return new Outcome.RoleRequired(Role.MEMBER);
        }
        String why = reason.strip();
        if (why.length() > LONGEST_REASON) {
            return new Outcome.InvalidReason();
        }
        return units.inTenant(scope.asWorker(), () -> pauseInside(scope, why, hangUp, origin));
    }

    private Outcome pauseInside(TenantScope scope, String reason, boolean hangUp, Origin origin) {
        Optional<Client> found = ports.clients().findForUpdate(scope.clientId());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        int inFlight = ports.inFlight().inFlight(scope.clientId());
        Client.Pause before = found.get().pause();
        if (before != null) {
            return new Outcome.Paused(
                    hangUp && !before.hangUp() ? hangingUp(scope, found.get(), before, origin) : found.get(),
                    0,
                    inFlight);
        }
        Instant now = clock.now();
        Client stopped =
                ports.clients().update(found.get().pausedBy(new Client.Pause(now, reason, scope.userId(), hangUp)));
        int affected = campaigns(scope, reason, now);
        trail.event(
                EventName.OUTREACH_PAUSED,
                scope,
                scope.clientId().value(),
                Map.of("campaigns_affected", Integer.toString(affected)));
        trail.write(
                scope,
                AuditAction.OUTREACH_PAUSE,
                "client",
                scope.clientId().value(),
                Map.of("pause_reason", new Change(null, reason), HANGUP, new Change(null, Boolean.toString(hangUp))),
                origin);
        return new Outcome.Paused(stopped, affected, inFlight);
    }

    private Client hangingUp(TenantScope scope, Client client, Client.Pause pause, Origin origin) {
        Client stopped = ports.clients().update(client.pausedBy(pause.hangingUp()));
        trail.write(
                scope,
                AuditAction.OUTREACH_PAUSE,
                "client",
                scope.clientId().value(),
                Map.of(HANGUP, new Change("false", "true")),
                origin);
        return stopped;
    }

    /** Nobody is left to take their shares; each joins anew when it goes on. */
    private int campaigns(TenantScope scope, String reason, Instant now) {
        ports.credits().lock(scope.clientId());
        List<Campaign> active = ports.campaigns().all(scope.clientId()).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .toList();
        CampaignPause pause = new CampaignPause(now, CampaignPause.Origin.EMERGENCY, reason, scope.userId());
        for (Campaign campaign : active) {
            ports.campaigns().update(campaign.paused(pause, now));
            trail.event(
                    EventName.CAMPAIGN_PAUSED,
                    scope,
                    campaign.id().value(),
                    Map.of("from", campaign.status().wire()));
        }
        return active.size();
    }
}
