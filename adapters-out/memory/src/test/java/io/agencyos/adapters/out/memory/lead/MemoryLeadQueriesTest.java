package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryPhoneWashes;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.lead.store.LeadImports;
import io.agencyos.application.lead.store.LeadMarks;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueriesContract;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.shared.UnitOfWork;

class MemoryLeadQueriesTest extends LeadQueriesContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryLeadScores scores = new MemoryLeadScores(units);
    private final MemoryLeads leads = new MemoryLeads(units);
    private final MemoryLeadImports imports = new MemoryLeadImports(units);
    private final MemoryCampaigns campaigns = new MemoryCampaigns(units);
    private final MemorySuppressions suppressions = new MemorySuppressions(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Leads leads() {
        return leads;
    }

    @Override
    protected LeadImports imports() {
        return imports;
    }

    @Override
    protected Campaigns campaigns() {
        return campaigns;
    }

    @Override
    protected LeadScores scores() {
        return scores;
    }

    @Override
    protected LeadQueries queries() {
        return new MemoryLeadQueries(
                leads,
                imports,
                campaigns,
                scores,
                new MemoryEnrolments(units, campaigns, leads, new MemoryTouches(units, leads)),
                new MemoryMeetings(units));
    }

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }

    @Override
    protected LeadMarks marks() {
        return new MemoryLeadMarks(
                suppressions,
                new MemoryPhoneWashes(
                        units,
                        new MemoryEnrolments(units, campaigns, leads, new MemoryTouches(units, leads)),
                        campaigns,
                        leads));
    }
}
