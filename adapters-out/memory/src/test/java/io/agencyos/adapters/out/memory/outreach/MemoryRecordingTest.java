package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.recording.RecordingBook;
import io.agencyos.application.outreach.recording.RecordingFiles;
import io.agencyos.application.outreach.recording.RecordingStoriesContract;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.suppression.Consents;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.UnitOfWork;

class MemoryRecordingTest extends RecordingStoriesContract {

    private final MemoryOutreach memory = new MemoryOutreach();
    private final CallBook calls = memory.calls();
    private final MemoryCallArchive archive = new MemoryCallArchive(memory.units, calls);
    private final RecordingFiles files = new MemoryRecordingFiles(memory.units, calls, archive);
    private final Alerts alerts = new MemoryAlerts(memory.units);
    private final Audit audit = new MemoryAudit(memory.units);

    @Override
    protected CallBook calls() {
        return calls;
    }

    @Override
    protected CallArchive archive() {
        return archive;
    }

    @Override
    protected RecordingFiles files() {
        return files;
    }

    @Override
    protected RecordingBook book() {
        return archive;
    }

    @Override
    protected Consents consents() {
        return memory.consents;
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }

    @Override
    protected Audit audit() {
        return audit;
    }

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
