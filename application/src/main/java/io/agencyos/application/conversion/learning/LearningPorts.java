package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.Clients;
import io.agencyos.application.conversion.experiment.EndedExperiments;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.RescoreRequests;
import io.agencyos.application.scoring.WeightSets;

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
        SaleFacts sales) {

    /** The stores of an installation that experiments with nothing, listens to nobody and sells nothing. */
    public LearningPorts(
            LearningFacts facts,
            Patterns patterns,
            WeightSets weights,
            RescoreRequests rescores,
            Clients clients,
            Events events,
            PlatformFindings platform) {
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
                SaleFacts.NONE);
    }
}
