package io.agencyos.application.scoring;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.LeadPorts;
import io.agencyos.application.lead.ScoreLeads;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class ScoringUseCases {

    private final ScoreLeads scoreLeads;

    public ScoringUseCases(
            LeadPorts ports,
            LeadScores scores,
            Clients clients,
            Campaigns campaigns,
            Events events,
            ClockPort clock,
            IdSource ids) {
        scoreLeads = new ScoreLeadsService(
                ports.leads(), scores, ports.suppressions(), clients, campaigns, events, clock, ids);
    }

    public ScoreLeads scoreLeads() {
        return scoreLeads;
    }
}
