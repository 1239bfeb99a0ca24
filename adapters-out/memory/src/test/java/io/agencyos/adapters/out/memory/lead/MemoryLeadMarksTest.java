package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryPhoneWashes;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.application.lead.store.LeadMarks;
import io.agencyos.application.lead.store.LeadMarksContract;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.shared.UnitOfWork;

class MemoryLeadMarksTest extends LeadMarksContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryLeads leads = new MemoryLeads(units);
    private final MemoryCampaigns campaigns = new MemoryCampaigns(units);
    private final MemorySuppressions suppressions = new MemorySuppressions(units);
    private final MemoryPhoneWashes washes = new MemoryPhoneWashes(
            units, new MemoryEnrolments(units, campaigns, leads, new MemoryTouches(units, leads)), campaigns, leads);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }

    @Override
    protected PhoneWashes washes() {
        return washes;
    }

    @Override
    protected LeadMarks marks() {
        return new MemoryLeadMarks(suppressions, washes);
    }
}
