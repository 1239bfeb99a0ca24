package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.outreach.store.OutreachStores;
import java.util.UUID;

/** The stores of the send protocol on one unit of work. */
public final class MemoryOutreach {

    public final MemoryUnitOfWork units = new MemoryUnitOfWork();
    public final MemoryClients clients = new MemoryClients(units);
    public final MemoryCredits credits = new MemoryCredits(units, UUID::randomUUID);
    public final MemoryCampaigns campaigns = new MemoryCampaigns(units);
    public final MemoryLeads leads = new MemoryLeads(units);
    final MemoryTouches touches = new MemoryTouches(units, leads);
    public final MemorySentLog sentLog = new MemorySentLog(units, UUID::randomUUID);
    public final MemoryConsentBasis consents = new MemoryConsentBasis(units);

    private final MemoryEnrolments enrolments = new MemoryEnrolments(units, campaigns, leads, touches);

    public final OutreachStores stores = new OutreachStores(
            enrolments,
            touches,
            new MemoryQuotas(units),
            new MemoryApprovals(units),
            new MemoryGateLog(units),
            new MemoryCallLog(units),
            sentLog,
            consents);

    MemoryPhoneWashes washes() {
        return new MemoryPhoneWashes(units, enrolments, campaigns, leads);
    }

    MemoryCallBook calls() {
        return new MemoryCallBook(units, touches);
    }
}
