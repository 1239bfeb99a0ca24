package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.conversion.learning.PatternCareContract;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryPatternCareTest extends PatternCareContract {

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
    protected ChannelPlans plans() {
        return memory.plans();
    }
}
