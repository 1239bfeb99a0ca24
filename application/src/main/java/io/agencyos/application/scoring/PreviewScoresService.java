package io.agencyos.application.scoring;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.LeadId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The same scorer and the same facts as a score that is stored. */
final class PreviewScoresService implements PreviewScores {

    private final ScoringBasis basis;
    private final ClockPort clock;

    PreviewScoresService(ScoringBasis basis, ClockPort clock) {
        this.basis = basis;
        this.clock = clock;
    }

    @Override
    public Map<LeadId, Preview> preview(ClientId client, Collection<Lead> leads, Map<LeadId, Suppression> suppressed) {
        ClientScorers scorers = basis.scorers(client, clock.now());
        Map<DomainName, LeadFacts.BuyerSignal> buyers = basis.buyers(client, leads);
        Map<LeadId, Preview> previews = new LinkedHashMap<>();
        for (Lead lead : leads) {
            AlsResult result = scorers.of(Optional.ofNullable(lead.campaignId()))
                    .score(LeadFactsOf.lead(lead, suppressed.get(lead.id()), buyers));
            previews.put(lead.id(), new Preview(result.score().value(), result.tier(), result.availableChannels()));
        }
        return previews;
    }
}
