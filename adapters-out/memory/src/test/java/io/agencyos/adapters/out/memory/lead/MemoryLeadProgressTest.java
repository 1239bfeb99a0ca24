package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.lead.LeadProgressContract;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.UnitOfWork;

class MemoryLeadProgressTest extends LeadProgressContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryLeads leads = new MemoryLeads(units);
    private final MemoryCampaigns campaigns = new MemoryCampaigns(units);
    private final MemoryEnrolments enrolments =
            new MemoryEnrolments(units, campaigns, leads, new MemoryTouches(units, leads));
    private final MemoryMeetings meetings = new MemoryMeetings(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Leads leads() {
        return leads;
    }

    @Override
    protected Campaigns campaigns() {
        return campaigns;
    }

    @Override
    protected Enrolments enrolments() {
        return enrolments;
    }

    @Override
    protected Meetings meetings() {
        return meetings;
    }

    @Override
    protected LeadQueries queries() {
        return new MemoryLeadQueries(
                leads, new MemoryLeadImports(units), campaigns, new MemoryLeadScores(units), enrolments, meetings);
    }
}
