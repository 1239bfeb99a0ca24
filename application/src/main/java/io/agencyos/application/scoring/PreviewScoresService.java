package io.agencyos.application.scoring;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same scorer and the same facts as a score that is stored. */
final class PreviewScoresService implements PreviewScores {

    private final ScoringBasis basis;
    private final ClockPort clock;

    PreviewScoresService(ScoringBasis basis, ClockPort clock) {
        this.basis = basis;
        this.clock = clock;
    }

    @Override
    public Scores of(ClientId client, Collection<DomainName> companies) {
        ClientScorers scorers = basis.scorers(client, clock.now());
        Map<DomainName, LeadFacts.BuyerSignal> buyers = basis.buyersAt(client, companies);
        return (lead, suppressed) -> {
            AlsResult result = scorers.of(Optional.ofNullable(lead.campaignId()))
                    .score(LeadFactsOf.lead(lead, suppressed, buyers));
            return new Preview(result.score().value(), result.tier(), result.availableChannels());
        };
    }

    @Override
    public Set<DomainName> toldOf(Collection<DomainName> companies) {
        return basis.toldOf(companies);
    }

    @Override
    public List<String> technologies(ClientId client) {
        return basis.technologies(client);
    }
}
