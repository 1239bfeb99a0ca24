package io.agencyos.application.lead;

import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Map;

/** What the use cases on one lead work with; they are made from it. */
public record LeadEditing(
        LeadPorts ports,
        Clients clients,
        Campaigns campaigns,
        ScoreLeads scoring,
        EnrolLeads enrolment,
        EndLead ending,
        Events events,
        Audit audit,
        IdentityKeys keys,
        UnitOfWork units,
        ClockPort clock,
        IdSource ids) {

    public AddLead addLead() {
        return new AddLeadService(this);
    }

    public ChangeLead changeLead() {
        return new ChangeLeadService(this);
    }

    public DeleteLead deleteLead() {
        return new DeleteLeadService(this);
    }

    /** That it was done, not what: who somebody is and how to reach them stays out of the trail. */
    void audit(TenantScope scope, AuditAction action, LeadId lead, Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                scope.clientId(),
                Actors.of(scope),
                action,
                AuditEntry.Outcome.OK,
                "lead",
                lead.value(),
                Map.of(),
                Map.of(),
                origin));
    }
}
