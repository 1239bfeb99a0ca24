package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.RunMetrics;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.WorkClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Figures of runs in memory, by the names of flows 1.10. Thread-safe. */
public final class FakeRunMetrics implements RunMetrics {

    private record Figure(String name, List<String> labels) {}

    private final Map<Figure, Double> figures = new ConcurrentHashMap<>();

    /**
     * A figure by its name and its labels, in the order in which the specification has them; zero for what was never counted.
     *
     * @param labels each a key and a value
     */
    public double figure(String name, String... labels) {
        return figures.getOrDefault(new Figure(name, List.of(labels)), 0.0);
    }

    private void add(double count, String name, String... labels) {
        figures.merge(new Figure(name, List.of(labels)), count, Double::sum);
    }

    private void set(double value, String name, String... labels) {
        figures.put(new Figure(name, List.of(labels)), value);
    }

    @Override
    public void ended(String flow, RunState state, Duration took, BigDecimal cost) {
        add(1, "flow_runs", "flow", flow, "status", state.wire());
        add(took.toMillis() / 1e3, "flow_run", "flow", flow);
        add(cost.doubleValue(), "flow_cost_aud", "flow", flow);
    }

    @Override
    public void items(String flow, String step, ItemState state, int count) {
        add(count, "flow_items", "flow", flow, "step", step, "status", state.wire());
        if (state == ItemState.UNKNOWN) {
            add(count, "item_unknown");
        }
    }

    @Override
    public void blocked(String flow, BreakerScope scope) {
        add(1, "flow_blocked", "flow", flow, "scope", scope.wire());
    }

    @Override
    public void resumed(int runs) {
        add(runs, "flow_resumed");
    }

    @Override
    public void leaseLost() {
        add(1, "flow_lease_lost");
    }

    @Override
    public void backlog(WorkClass work, int due, Duration since) {
        set(due, "flow_due", "class", work.wire());
        set(since.toSeconds(), "flow_oldest_due_seconds", "class", work.wire());
    }
}
