package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.client.PostgresSharingConsents;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.scoring.PostgresRescoreRequests;
import io.agencyos.adapters.out.postgres.scoring.PostgresScoringChoices;
import io.agencyos.adapters.out.postgres.scoring.PostgresWeightSets;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.conversion.learning.LearnTogetherContract;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLearnTogetherTest extends LearnTogetherContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(UUID::randomUUID);
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }

    @Override
    protected SharingConsents consents() {
        return new PostgresSharingConsents();
    }

    @Override
    protected WeightSets weights() {
        return new PostgresWeightSets(UUID::randomUUID);
    }

    @Override
    protected RescoreRequests rescores() {
        return new PostgresRescoreRequests();
    }

    @Override
    protected PlatformFindings findings() {
        return new PostgresPlatformFindings(UUID::randomUUID);
    }

    @Override
    protected LearningSettingsStore settings() {
        return new PostgresLearningSettings();
    }

    @Override
    protected ScoringChoices choices() {
        return new PostgresScoringChoices();
    }

    @Override
    protected Patterns patterns() {
        return new PostgresPatterns();
    }

    @Override
    protected Events events() {
        return new PostgresEvents();
    }

    @Override
    protected Alerts alerts() {
        return new PostgresAlerts(UUID::randomUUID);
    }
}
