package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.client.MemorySharingConsents;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.scoring.MemoryRescoreRequests;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
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

class MemoryLearnTogetherTest extends LearnTogetherContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryLearningSettings settings = new MemoryLearningSettings(units);
    private final MemoryClients clients = new MemoryClients(units);
    private final MemorySharingConsents consents = new MemorySharingConsents(units);
    private final MemoryWeightSets weights = new MemoryWeightSets(units);
    private final MemoryRescoreRequests rescores = new MemoryRescoreRequests(units);
    private final MemoryPlatformFindings findings = new MemoryPlatformFindings(units);
    private final MemoryAlerts alerts = new MemoryAlerts(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Clients clients() {
        return clients;
    }

    @Override
    protected Credits credits() {
        return new MemoryCredits(units, UUID::randomUUID);
    }

    @Override
    protected SharingConsents consents() {
        return consents;
    }

    @Override
    protected WeightSets weights() {
        return weights;
    }

    @Override
    protected RescoreRequests rescores() {
        return rescores;
    }

    @Override
    protected PlatformFindings findings() {
        return findings;
    }

    @Override
    protected LearningSettingsStore settings() {
        return settings;
    }

    @Override
    protected ScoringChoices choices() {
        return new MemoryScoringChoices(units);
    }

    @Override
    protected Patterns patterns() {
        return new MemoryPatterns(units);
    }

    @Override
    protected Events events() {
        return new MemoryEvents(units);
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }
}
