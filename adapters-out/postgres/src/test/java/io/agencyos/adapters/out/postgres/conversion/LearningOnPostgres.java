package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.scoring.PostgresRescoreRequests;
import io.agencyos.adapters.out.postgres.scoring.PostgresScoringChoices;
import io.agencyos.adapters.out.postgres.scoring.PostgresWeightSets;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.testing.Desk;

/** The stores of learning beside those of a desk. */
final class LearningOnPostgres {

    private LearningOnPostgres() {}

    static LearningPorts ports(Desk desk, IdSource ids) {
        return ports(desk, ids, new PostgresLearningFacts());
    }

    static LearningPorts ports(Desk desk, IdSource ids, PostgresLearningFacts facts) {
        return new LearningPorts(
                facts,
                new PostgresPatterns(),
                new PostgresWeightSets(ids),
                new PostgresRescoreRequests(),
                desk.world().world().clients(),
                desk.world().world().events(),
                new PostgresPlatformFindings(ids),
                new PostgresExperiments(),
                new PostgresEngagement(),
                new PostgresSaleFacts(),
                new PostgresLearningSettings(),
                new PostgresScoringChoices());
    }
}
