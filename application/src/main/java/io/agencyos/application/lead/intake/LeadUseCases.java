package io.agencyos.application.lead.intake;

import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.contact.IdentityKeys;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class LeadUseCases {

    private final ImportLeadsService importLeads;
    private final UndoImport undoImport;
    private final StockPool stockPool;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public LeadUseCases(
            LeadPorts ports,
            Clients clients,
            Campaigns campaigns,
            ScoreLeads scoring,
            EnrolLeads enrolment,
            EndOutreach outreach,
            Events events,
            IdentityKeys keys,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        importLeads = new ImportLeadsService(
                ports, clients, campaigns, scoring, enrolment, outreach, events, keys, units, clock, ids);
        undoImport = new UndoImportService(ports, units, clock);
        stockPool = new StockPoolService(ports, keys.freeMail(), units, clock, ids);
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    public ImportLeads importLeads() {
        return importLeads;
    }

    public UndoImport undoImport() {
        return undoImport;
    }

    /** Imports of uploaded files as jobs. */
    public ImportJobs jobs(ImportFiles kept, LeadFiles files) {
        return new ImportJobs(importLeads, kept, files, units, clock, ids);
    }

    public StockPool stockPool() {
        return stockPool;
    }
}
