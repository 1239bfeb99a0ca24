package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.outreach.wash.PlainWashFiles;
import io.agencyos.application.outreach.wash.WashFiles;
import io.agencyos.application.outreach.wash.WashStoriesContract;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.UnitOfWork;

class MemoryWashTest extends WashStoriesContract {

    private final MemoryOutreach memory = new MemoryOutreach();
    private final PhoneWashes washes = memory.washes();
    private final Alerts alerts = new MemoryAlerts(memory.units);
    private final Audit audit = new MemoryAudit(memory.units);

    @Override
    protected PhoneWashes washes() {
        return washes;
    }

    @Override
    protected WashFiles files() {
        return new PlainWashFiles();
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }

    @Override
    protected Audit audit() {
        return audit;
    }

    /** Every test has stores of its own. */
    @Override
    protected void clear() {}

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
}
