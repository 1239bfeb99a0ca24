package io.agencyos.application.conversion.report;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.Leads;

/** What reports read. */
public record ReportPorts(
        Figures figures, SaleFigures sales, ReplyFigures replies, Clients clients, Campaigns campaigns, Leads leads) {}
