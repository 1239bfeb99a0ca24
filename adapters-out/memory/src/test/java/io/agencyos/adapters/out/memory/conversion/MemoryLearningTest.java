package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.conversion.learning.LearningContract;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryLearningTest extends LearningContract {

    private final MemoryDesk memory = new MemoryDesk();
    private final LearningPorts ports = memory.learning();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return memory.desk(time);
    }

    @Override
    protected LearningPorts learning() {
        return ports;
    }

    @Override
    protected ChannelPlans plans() {
        return memory.plans();
    }
}
