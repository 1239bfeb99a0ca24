package io.agencyos.adapters.in.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.RunMetrics;
import io.agencyos.application.platform.flow.RunMetricsContract;
import io.agencyos.domain.platform.flow.WorkClass;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The kit on the meters that are scraped. */
class FlowMetersTest extends RunMetricsContract {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FlowMeters meters = new FlowMeters(registry);

    @Override
    protected RunMetrics metrics() {
        return meters;
    }

    @Override
    protected double figure(String name, String... labels) {
        Meter meter = registry.find(name).tags(labels).meter();
        return switch (meter) {
            case null -> 0;
            case Timer timer -> timer.totalTime(TimeUnit.SECONDS);
            default -> meter.measure().iterator().next().getValue();
        };
    }

    @Test // flows 1.10: what an alarm watches is there before it first happens
    void figures_that_alarms_watch_are_there_from_the_start() {
        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains("flow_resumed", "flow_lease_lost", "item_unknown", "flow_due", "flow_oldest_due_seconds");
        assertThat(registry.find("flow_due").gauges()).hasSize(WorkClass.values().length);
    }
}
