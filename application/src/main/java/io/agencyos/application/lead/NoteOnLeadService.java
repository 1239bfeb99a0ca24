package io.agencyos.application.lead;

import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.LeadId;

/** One line of the timeline; a note is never changed. */
public final class NoteOnLeadService implements NoteOnLead {

    private final Leads leads;
    private final Activities activities;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public NoteOnLeadService(Leads leads, Activities activities, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.leads = leads;
        this.activities = activities;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome note(TenantScope scope, LeadId id, String text) {
        if (!scope.role().permits(Role.MEMBER)) {
            return new Outcome.Forbidden();
        }
        return units.inTenant(
                scope.asWorker(),
                () -> leads.find(scope.clientId(), id)
                        .filter(lead -> lead.deletedAt() == null)
                        .<Outcome>map(lead -> noted(lead, text))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome noted(Lead lead, String text) {
        Activity line = new Activity(
                new ActivityId(ids.next()),
                lead.clientId(),
                lead.id(),
                lead.campaignId(),
                ActivityAction.NOTE,
                null,
                null,
                null,
                null,
                clock.now(),
                null,
                text,
                ActivityActor.USER);
        activities.append(line);
        return new Outcome.Noted(line);
    }
}
