package io.agencyos.application.scoring;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The same scorer and the same facts as a score that is stored. */
final class PreviewScoresService implements PreviewScores {

    private final Clients clients;
    private final Campaigns campaigns;
    private final WeightSets weights;
    private final ClockPort clock;

    PreviewScoresService(Clients clients, Campaigns campaigns, WeightSets weights, ClockPort clock) {
        this.clients = clients;
        this.campaigns = campaigns;
        this.weights = weights;
        this.clock = clock;
    }

    @Override
    public Map<LeadId, Preview> preview(ClientId client, Collection<Lead> leads, Map<LeadId, Suppression> suppressed) {
        ClientScorers scorers = new ClientScorers(client, clients, campaigns, weights, clock.now());
        Map<LeadId, Preview> previews = new LinkedHashMap<>();
        for (Lead lead : leads) {
            AlsResult result = scorers.of(Optional.ofNullable(lead.campaignId()))
                    .score(LeadFactsOf.lead(lead, suppressed.get(lead.id())));
            previews.put(lead.id(), new Preview(result.score().value(), result.tier(), result.availableChannels()));
        }
        return previews;
    }
}
