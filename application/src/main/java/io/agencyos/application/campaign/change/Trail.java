package io.agencyos.application.campaign.change;

import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import java.util.Map;
import java.util.UUID;

/** What happened, for those who act on it and for those who look it up; inside the caller's unit of work. */
public final class Trail {

    private final CampaignPorts ports;
    private final ClockPort clock;
    private final IdSource ids;

    public Trail(CampaignPorts ports, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.clock = clock;
        this.ids = ids;
    }

    public void event(EventName name, TenantScope scope, UUID aggregate, Map<String, String> payload) {
        ports.events().append(new DomainEvent(ids.next(), scope.clientId(), name, aggregate, clock.now(), payload));
    }

    public void campaign(
            TenantScope scope, AuditAction action, Campaign campaign, Map<String, Change> changes, Origin origin) {
        write(scope, action, "campaign", campaign.id().value(), changes, origin);
    }

    public void write(
            TenantScope scope,
            AuditAction action,
            String type,
            UUID resource,
            Map<String, Change> changes,
            Origin origin) {
        Actor actor = Actors.of(scope);
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        scope.clientId(),
                        actor,
                        action,
                        AuditEntry.Outcome.OK,
                        type,
                        resource,
                        changes,
                        Map.of(),
                        origin));
    }

    public static Change status(Campaign before, Campaign after) {
        return new Change(before.status().wire(), after.status().wire());
    }
}
