package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.allocation.MemoryUnreachedLeads;
import io.agencyos.application.allocation.keeping.RefundUnreachedContract;
import io.agencyos.application.allocation.store.UnreachedLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.shared.id.TouchId;

class MemoryRefundUnreachedTest extends RefundUnreachedContract {

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
    protected UnreachedLeads unreached() {
        return new MemoryUnreachedLeads(
                memory.credits,
                memory.leads,
                new MemoryUnreachedLeads.Outreach(memory.stores.enrolments(), memory.touches, memory.sentLog));
    }

    @Override
    protected void bounced(TouchId touch) {
        memory.units.inTenant(
                TenantScope.worker(a()), () -> memory.sentLog.delivered(a(), touch, DeliveryStatus.BOUNCED));
    }
}
