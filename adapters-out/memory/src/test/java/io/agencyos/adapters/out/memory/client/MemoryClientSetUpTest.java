package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.conversion.MemoryLearningSettings;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryPostBook;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.client.ClientPorts;
import io.agencyos.application.client.ClientSetUpContract;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;

class MemoryClientSetUpTest extends ClientSetUpContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final ClientPorts ports = new ClientPorts(
            new MemoryClients(units),
            new MemoryCredits(units, UUID::randomUUID),
            new MemorySharingConsents(units)::given,
            new MemoryEvents(units),
            new MemoryAudit(units));

    private final LearningSettingsStore learning = new MemoryLearningSettings(units);
    private final PostBook post = new MemoryPostBook(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected ClientPorts ports() {
        return ports;
    }

    @Override
    protected LearningSettingsStore learning() {
        return learning;
    }

    @Override
    protected PostBook post() {
        return post;
    }
}
