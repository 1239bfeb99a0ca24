package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.conversion.learning.LearningFailuresContract;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryLearningFailuresTest extends LearningFailuresContract {

    private final MemoryDesk memory = new MemoryDesk();
    private final LearningPorts ports = memory.learning();
    private final Alerts alerts = memory.alerts();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return memory.desk(time);
    }

    @Override
    protected LearningPorts learning() {
        return ports;
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }

    @Override
    protected void breakConnection() {
        throw new StorageUnavailable("The connection broke.", new IllegalStateException("lost"));
    }

    @Override
    protected ChannelPlans plans() {
        return memory.plans();
    }
}
