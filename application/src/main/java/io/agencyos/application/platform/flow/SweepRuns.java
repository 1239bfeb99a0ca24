package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Instant;

/**
 * Sets going again what can go on: runs whose worker died, whose time has come or whose breaker may be tried, and puts the
 * queues right. Source: flows 1.1, 1.4 and 3 {@code tenant_queue_repair}.
 */
public final class SweepRuns {

    private final FlowPorts ports;
    private final UnitOfWork units;
    private final RunMetrics metrics;

    SweepRuns(FlowPorts ports, UnitOfWork units, RunMetrics metrics) {
        this.ports = ports;
        this.units = units;
        this.metrics = metrics;
    }

    /** What was set going again. */
    public FlowRuns.Swept sweep() {
        FlowRuns.Swept swept = units.onPlatform(() -> {
            Instant now = ports.clock().now();
            FlowRuns.Swept done = ports.runs().sweep(now);
            ports.queues().repair(now);
            return done;
        });
        if (swept.resumed() > 0) {
            metrics.resumed(swept.resumed());
        }
        return swept;
    }

    /** This process is there to work. */
    public void beat(String node) {
        units.onPlatform(() -> ports.nodes().beat(node, ports.clock().now()));
    }
}
