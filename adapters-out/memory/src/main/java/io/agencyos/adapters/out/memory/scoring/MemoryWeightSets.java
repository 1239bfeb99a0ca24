package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.scoring.WeightSets;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.scoring.WeightSet;
import io.agencyos.domain.scoring.WeightsSource;
import io.agencyos.domain.scoring.WeightsStatus;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Weights by client and version. */
public final class MemoryWeightSets implements WeightSets {

    private record Key(ClientId client, int version) {}

    private record Stored(ClientId client, WeightSet set) {}

    private final MemoryTable<Key, Stored> table;

    public MemoryWeightSets(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Stored>ofTenants("scoring_weights", units, Stored::client, MemoryWeightSets::key)
                .writtenBy(Role.WORKER)
                .unique(
                        "uq_scoring_weights_promoted",
                        stored -> stored.set().status() == WeightsStatus.PROMOTED
                                ? List.of(stored.client(), stored.set().source())
                                : null);
    }

    private static Key key(Stored stored) {
        return new Key(stored.client(), stored.set().version());
    }

    @Override
    public List<WeightSet> of(ClientId client) {
        return table.rows()
                .filter(stored -> stored.client().equals(client))
                .map(Stored::set)
                .sorted(Comparator.comparing(WeightSet::version))
                .toList();
    }

    @Override
    public void insert(ClientId client, WeightSet set, Instant at) {
        table.insert(new Stored(client, set));
    }

    @Override
    public boolean promote(ClientId client, WeightsSource source, int version, Instant at) {
        Optional<Stored> next = table.find(new Key(client, version))
                .filter(stored -> stored.set().source() == source);
        next.ifPresent(promoted -> {
            of(client).stream()
                    .filter(set -> set.source() == source && set.status() == WeightsStatus.PROMOTED)
                    .forEach(set -> table.put(new Stored(client, with(set, WeightsStatus.RETIRED))));
            table.put(new Stored(client, with(promoted.set(), WeightsStatus.PROMOTED)));
        });
        return next.isPresent();
    }

    private static WeightSet with(WeightSet set, WeightsStatus status) {
        return new WeightSet(set.source(), set.version(), status, set.pinned(), set.confidence(), set.weights());
    }
}
