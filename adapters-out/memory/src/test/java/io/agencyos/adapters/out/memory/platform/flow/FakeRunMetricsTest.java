package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.RunMetrics;
import io.agencyos.application.platform.flow.RunMetricsContract;

class FakeRunMetricsTest extends RunMetricsContract {

    private final FakeRunMetrics metrics = new FakeRunMetrics();

    @Override
    protected RunMetrics metrics() {
        return metrics;
    }

    @Override
    protected double figure(String name, String... labels) {
        return metrics.figure(name, labels);
    }
}
