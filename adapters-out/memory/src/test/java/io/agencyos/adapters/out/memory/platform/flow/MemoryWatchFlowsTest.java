package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.WatchFlowsContract;
import io.agencyos.application.platform.flow.run.RunFigures;

class MemoryWatchFlowsTest extends WatchFlowsContract {

    private final FlowsInMemory stand = new FlowsInMemory();

    @Override
    protected FlowStand stand() {
        return stand;
    }

    @Override
    protected RunFigures figures() {
        return stand.figures();
    }

    @Override
    protected Alerts alerts() {
        return stand.alerts();
    }
}
