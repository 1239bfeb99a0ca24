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
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resuming twice is one resuming; a second one may still bring back campaigns that the first left paused. */
public final class ResumeOutreachService implements ResumeOutreach {

    private final CampaignPorts ports;
    private final PauseShift shift;
    private final Activation activation;
    private final Trail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ResumeOutreachService(
            CampaignPorts ports, Activation activation, Trail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.shift = new PauseShift(ports.enrolments());
        this.activation = activation;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome resume(TenantScope scope, boolean reactivate, Origin origin) {
        if (!Permissions.permits(scope, Role.ADMIN)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        Outcome outcome = units.inTenant(scope.asWorker(), () -> resumeInside(scope, reactivate, origin));
        if (outcome instanceof Outcome.Resumed resumed) {
            resumed.reactivated().forEach(campaign -> ports.startEnrolments().start(scope.clientId(), campaign));
        }
        return outcome;
    }

    private Outcome resumeInside(TenantScope scope, boolean reactivate, Origin origin) {
        Optional<Client> found = ports.clients().findForUpdate(scope.clientId());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (ports.clients().leavesAt(scope.clientId()).isPresent()) {
            return new Outcome.Leaving();
        }
        if (found.get().suspension() != null) {
            return new Outcome.RoleRequired(Role.PLATFORM_ADMIN);
        }
        Client.Pause pause = found.get().pause();
        List<CampaignId> stopped = stopped(scope);
        Client client = lifted(scope, found.get(), origin);
        int credits = ports.credits().lock(scope.clientId());
        List<CampaignId> reactivated = new ArrayList<>();
        Map<CampaignId, List<ActivationProblem>> blocked = new LinkedHashMap<>();
        for (CampaignId id : reactivate ? stopped : List.<CampaignId>of()) {
            // read anew: the campaign before may have changed its share
            Campaign campaign =
                    ports.campaigns().findForUpdate(scope.clientId(), id).orElseThrow();
            List<ActivationProblem> problems =
                    activation.facts(client, campaign, credits).problems();
            if (problems.isEmpty()) {
                activation.start(scope, campaign, clock.now(), origin);
                reactivated.add(id);
            } else {
                blocked.put(id, problems);
            }
        }
        if (pause != null) {
            int days = PauseShift.days(client, pause, clock.now());
            stopped.forEach(id -> shift.shift(scope.clientId(), id, days));
        }
        return new Outcome.Resumed(client, reactivated, blocked);
    }

    private Client lifted(TenantScope scope, Client client, Origin origin) {
        Client.Pause pause = client.pause();
        if (pause == null) {
            return client;
        }
        Client running = ports.clients().update(client.pausedBy(null));
        trail.event(EventName.OUTREACH_RESUMED, scope, scope.clientId().value(), Map.of());
        trail.write(
                scope,
                AuditAction.OUTREACH_RESUME,
                "client",
                scope.clientId().value(),
                Map.of("pause_reason", new Change(pause.reason(), null)),
                origin);
        return running;
    }

    private List<CampaignId> stopped(TenantScope scope) {
        return ports.campaigns().all(scope.clientId()).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.PAUSED
                        && campaign.pause() != null
                        && campaign.pause().origin() == CampaignPause.Origin.EMERGENCY)
                .map(Campaign::id)
                .toList();
    }
}
