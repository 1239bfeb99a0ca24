package io.agencyos.application.outreach;

import io.agencyos.application.campaign.EnrolLeads;
import io.agencyos.application.campaign.StartEnrolments;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.Enrolment;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of leads per unit of work, so that a large campaign blocks nobody for long. */
final class StartEnrolmentsService implements StartEnrolments {

    private static final int BATCH = 500;

    private final Engine engine;
    private final EnrolLeads enrolLeads;

    StartEnrolmentsService(Engine engine, EnrolLeads enrolLeads) {
        this.engine = engine;
        this.enrolLeads = enrolLeads;
    }

    private record Done(int enrolled, List<LeadId> page) {}

    @Override
    public int start(ClientId client, CampaignId campaign) {
        int enrolled = 0;
        @Nullable LeadId after = null;
        while (true) {
            LeadId from = after;
            Done done = engine.inTenant(client, () -> startFrom(client, campaign, from));
            enrolled += done.enrolled();
            if (done.page().size() < BATCH) {
                return enrolled;
            }
            after = done.page().getLast();
        }
    }

    private Done startFrom(ClientId client, CampaignId campaign, @Nullable LeadId after) {
        boolean running = engine.world()
                .campaigns()
                .find(client, campaign)
                .filter(found -> found.status() == CampaignStatus.ACTIVE)
                .isPresent();
        if (!running) {
            return new Done(0, List.of());
        }
        List<LeadId> page = engine.world().leads().leads().untouched(client, campaign, after, BATCH);
        Map<LeadId, Enrolment> known = engine.stores().enrolments().newest(client, page);
        List<LeadId> waiting =
                page.stream().filter(lead -> !known.containsKey(lead)).toList();
        return new Done(enrolLeads.enrol(client, campaign, waiting), page);
    }
}
