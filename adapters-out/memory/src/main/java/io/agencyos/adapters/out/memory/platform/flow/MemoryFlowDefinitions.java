package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.shared.ConcurrentUpdate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operators set per flow, in memory. */
public final class MemoryFlowDefinitions implements FlowDefinitions {

    private final MemoryTable<String, Definition> table;
    private final MemoryUnitOfWork units;

    /** @param seed what an installation is delivered with */
    public MemoryFlowDefinitions(MemoryUnitOfWork units, List<Definition> seed) {
        this.units = units;
        table = MemoryTable.ofPlatform("flow_definition", units, Definition::flow);
        seed.forEach(this::define);
    }

    /** Adds one more to what the installation is delivered with, in a unit of its own. */
    public void define(Definition definition) {
        units.onPlatform(() -> table.put(definition));
    }

    @Override
    public Optional<Definition> find(String flow) {
        return table.find(flow);
    }

    @Override
    public List<Definition> all() {
        return table.rows().sorted(Comparator.comparing(Definition::flow)).toList();
    }

    @Override
    public void fired(Collection<String> flows, Instant until) {
        flows.stream()
                .flatMap(flow -> table.find(flow).stream())
                .filter(known ->
                        known.firedUntil() == null || known.firedUntil().isBefore(until))
                .forEach(known -> table.put(with(known, until, known.version())));
    }

    @Override
    public Definition update(Definition definition) {
        boolean fresh = table.find(definition.flow())
                .filter(known -> known.version() == definition.version())
                .isPresent();
        if (!fresh) {
            throw new ConcurrentUpdate("flow_definition " + definition.flow());
        }
        Definition next = with(definition, definition.firedUntil(), definition.version() + 1);
        table.put(next);
        return next;
    }

    private static Definition with(Definition known, @Nullable Instant firedUntil, int version) {
        return new Definition(
                known.flow(),
                known.enabled(),
                known.cron(),
                known.zone(),
                known.misfire(),
                known.perClientMax(),
                known.globalMax(),
                known.deadline(),
                known.backOff(),
                firedUntil,
                known.pausedReason(),
                version);
    }
}
