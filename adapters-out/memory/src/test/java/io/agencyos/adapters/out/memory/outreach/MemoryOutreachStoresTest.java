package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.OutreachStoresContract;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

class MemoryOutreachStoresTest extends OutreachStoresContract {

    private final MemoryOutreach memory = new MemoryOutreach();

    @Override
    protected UnitOfWork units() {
        return memory.units;
    }

    @Override
    protected Clients clients() {
        return memory.clients;
    }

    @Override
    protected Credits credits() {
        return memory.credits;
    }

    @Override
    protected Campaigns campaigns() {
        return memory.campaigns;
    }

    @Override
    protected Leads leads() {
        return memory.leads;
    }

    @Override
    protected OutreachStores stores() {
        return memory.stores;
    }

    @Override
    protected void declare(ClientId client, CampaignId campaign) {
        memory.units.inTenant(TenantScope.worker(client), () -> memory.consents.declare(client, campaign));
    }

    @Override
    protected void consent(ClientId client, LeadId lead, Channel channel, @Nullable Instant expiresAt) {
        memory.units.inTenant(
                TenantScope.worker(client), () -> memory.consents.record(client, lead, channel, expiresAt));
    }

    @Override
    protected void bounced(ClientId client, TouchId touch) {
        memory.units.inTenant(
                TenantScope.worker(client), () -> memory.sentLog.delivered(client, touch, DeliveryStatus.BOUNCED));
    }
}
