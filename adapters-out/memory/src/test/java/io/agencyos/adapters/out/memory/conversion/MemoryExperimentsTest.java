package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.conversion.experiment.Experiments;
import io.agencyos.application.conversion.experiment.ExperimentsContract;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.suggest.Suggestions;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryExperimentsTest extends ExperimentsContract {

    private final MemoryDesk memory = new MemoryDesk();
    private final LearningPorts ports = memory.learning();
    private final Suggestions suggestions = memory.suggestions().suggestions();

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

    @Override
    protected Suggestions suggestions() {
        return suggestions;
    }

    @Override
    protected Experiments experiments() {
        return memory.experiments();
    }
}
