package io.agencyos.adapters.in.jobs;

import io.agencyos.application.platform.flow.RunMetrics;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts runs under the names of flows 1.10; no label names a client. */
public class FlowMeters implements RunMetrics {

    private final MeterRegistry registry;
    private final Map<WorkClass, AtomicLong> oldest = new EnumMap<>(WorkClass.class);

    private final Map<WorkClass, AtomicLong> due = new EnumMap<>(WorkClass.class);

    public FlowMeters(MeterRegistry registry) {
        this.registry = registry;
        registry.counter("flow_resumed");
        registry.counter("flow_lease_lost");
        registry.counter("item_unknown");
        for (WorkClass work : WorkClass.values()) {
            AtomicLong seconds = new AtomicLong();
            AtomicLong count = new AtomicLong();
            due.put(work, count);
            registry.gauge("flow_due", Tags.of("class", work.wire()), count);
            oldest.put(work, seconds);
            registry.gauge("flow_oldest_due_seconds", Tags.of("class", work.wire()), seconds);
        }
    }

    @Override
    public void ended(String flow, RunState state, Duration took, BigDecimal cost) {
        registry.counter("flow_runs", "flow", flow, "status", state.wire()).increment();
        registry.timer("flow_run", "flow", flow).record(took);
        registry.counter("flow_cost_aud", "flow", flow).increment(cost.doubleValue());
    }

    @Override
    public void items(String flow, String step, ItemState state, int count) {
        registry.counter("flow_items", "flow", flow, "step", step, "status", state.wire())
                .increment(count);
        if (state == ItemState.UNKNOWN) {
            registry.counter("item_unknown").increment(count);
        }
    }

    @Override
    public void blocked(String flow, BreakerScope scope) {
        registry.counter("flow_blocked", "flow", flow, "scope", scope.wire()).increment();
    }

    @Override
    public void resumed(int runs) {
        registry.counter("flow_resumed").increment(runs);
    }

    @Override
    public void leaseLost() {
        registry.counter("flow_lease_lost").increment();
    }

    @Override
    public void backlog(WorkClass work, int count, Duration since) {
        due.get(work).set(count);
        oldest.get(work).set(since.toSeconds());
    }
}
