package io.agencyos.application.conversion.report;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.Leads;

/** What reports read. */
public record ReportPorts(
        Figures figures, SaleFigures sales, ReplyFigures replies, Clients clients, Campaigns campaigns, Leads leads) {}
