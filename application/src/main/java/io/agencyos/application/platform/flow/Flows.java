package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The flows that this process knows. */
public final class Flows {

    private final Map<String, Flow<?>> byName;

    public Flows(List<Flow<?>> flows) {
        byName = flows.stream().collect(Collectors.toUnmodifiableMap(Flow::name, Function.identity()));
    }

    public Optional<Flow<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The flow in the version that a run was made for; empty when this process does not know it. */
    Optional<Flow<?>> find(Run.Order order) {
        return find(order.flow()).filter(flow -> flow.version() == order.version());
    }
}
