package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.Clients;
import io.agencyos.application.conversion.experiment.EndedExperiments;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.RescoreRequests;
import io.agencyos.application.scoring.WeightSets;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.scoring.WeightSet;
import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Optional;

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
        LearningSettingsStore settings) {

    /** Windows as long as the client waits; inside a unit of work of the client. */
    Windows windows(ClientId client) {
        return new Windows(settings.of(client).horizons());
    }

    /** Every set of weights that may score the client's leads; inside a unit of work of the client. */
    List<WeightSet> weightsKnown(ClientId client) {
        return weights.known(client, industry(client));
    }

    /** The industry that the client works for; inside a unit of work of the client. */
    Optional<String> industry(ClientId client) {
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
            LearningSettingsStore settings) {
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
                settings);
    }
}
