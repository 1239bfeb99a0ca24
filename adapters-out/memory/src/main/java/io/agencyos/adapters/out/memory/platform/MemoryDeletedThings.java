package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.platform.DeletedThings;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.UUID;

/** Asks the tables that keep what is deleted, and of the others which keys were removed. */
public final class MemoryDeletedThings implements DeletedThings {

    private final MemoryUnitOfWork units;
    private final MemoryCampaigns campaigns;
    private final MemoryLeads leads;

    public MemoryDeletedThings(MemoryUnitOfWork units, MemoryCampaigns campaigns, MemoryLeads leads) {
        this.units = units;
        this.campaigns = campaigns;
        this.leads = leads;
    }

    @Override
    public boolean isDeleted(ClientId client, Kind kind, UUID id) {
        return switch (kind) {
            case LEAD -> leads.isDeleted(client, new LeadId(id));
            case CAMPAIGN -> campaigns.isDeleted(client, new CampaignId(id));
            case PERSONA -> units.wasRemoved("client_persona", client, id);
            case CUSTOMER -> units.wasRemoved("client_customer", client, id);
            case WEBHOOK_ENDPOINT -> units.wasRemoved("webhook_endpoint", client, id);
            case LINKEDIN_SEAT -> units.wasRemoved("linkedin_seat", client, id);
        };
    }
}
