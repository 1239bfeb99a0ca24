package io.agencyos.application.conversion.learning.store;

import io.agencyos.application.client.Clients;
import io.agencyos.application.conversion.experiment.EndedExperiments;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stores of learning. */
public record LearningPorts(
        LearningFacts facts,
        Patterns patterns,
        WeightSets weights,
        RescoreRequests rescores,
        Clients clients,
        Events events,
        PlatformFindings platform,
        EndedExperiments experiments,
        EngagementFacts engagement,
        SaleFacts sales,
        LearningSettingsStore settings,
        ScoringChoices choices) {

    /** The weights that score the client's leads now; inside a unit of work of the client. Source: 12.4. */
    public WeightsInForce inForce(ClientId client, Instant now) {
        return first(client, weightsKnown(client).stream().filter(set -> !set.expired(now)));
    }

    /** Those that would if nothing had been learned: what learning starts from. Source: 11.3. */
    public WeightsInForce fallback(ClientId client, Instant now) {
        return first(
                client,
                weightsKnown(client).stream()
                        .filter(set -> !set.expired(now) && set.source().mayBePrior()));
    }

    private WeightsInForce first(ClientId client, Stream<WeightSet> sets) {
        return WeightsInForce.of(sets.toList(), choices.choice(client).benchmark());
    }

    /** Windows as long as the client waits; inside a unit of work of the client. */
    public Windows windows(ClientId client) {
        return new Windows(settings.of(client).horizons());
    }

    /** Every set of weights that may score the client's leads; inside a unit of work of the client. */
    public List<WeightSet> weightsKnown(ClientId client) {
        return weights.known(client, industry(client));
    }

    /** The industry that the client works for; inside a unit of work of the client. */
    public Optional<String> industry(ClientId client) {
        return clients.icp(client).flatMap(IcpProfile::soleIndustry);
    }

    /** The stores of an installation that experiments with nothing, listens to nobody and sells nothing. */
    public LearningPorts(
            LearningFacts facts,
            Patterns patterns,
            WeightSets weights,
            RescoreRequests rescores,
            Clients clients,
            Events events,
            PlatformFindings platform,
            LearningSettingsStore settings,
            ScoringChoices choices) {
        this(
                facts,
                patterns,
                weights,
                rescores,
                clients,
                events,
                platform,
                EndedExperiments.NONE,
                EngagementFacts.NONE,
                SaleFacts.NONE,
                settings,
                choices);
    }
}
