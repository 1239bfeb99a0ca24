package io.agencyos.application.conversion;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;

/** The reports, wired by hand; bootstrap and tests hand in the ports. */
public final class ReportUseCases {

    private final ReportsService service;

    public ReportUseCases(Reports reports, Clients clients, Campaigns campaigns, UnitOfWork units, ClockPort clock) {
        service = new ReportsService(reports, clients, campaigns, units, clock);
    }

    public FunnelCounts funnelCounts() {
        return service;
    }

    public ConversionByTier conversionByTier() {
        return service;
    }
}
