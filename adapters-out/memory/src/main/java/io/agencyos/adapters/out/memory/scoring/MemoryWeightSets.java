package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.scoring.weight.PlatformWeights;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.weight.WeightProof;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weights by client and version. */
public final class MemoryWeightSets implements WeightSets {

    private record Key(ClientId client, int version) {}

    private record Stored(
            ClientId client,
            WeightSet set,
            @Nullable WeightProof proof,
            Instant created,
            @Nullable Instant promoted,
            @Nullable Instant retired) {

        /** The same for the same version of the same client. */
        UUID id() {
            return UUID.nameUUIDFromBytes((client.text() + '|' + set.version()).getBytes(StandardCharsets.UTF_8));
        }

        Stored promotedAt(Instant at) {
            return new Stored(client, set.moved(WeightsStatus.PROMOTED, at), proof, created, at, retired);
        }

        Stored confirmedAt(Instant at) {
            return new Stored(client, set.confirmed(at), proof, created, promoted, retired);
        }

        Stored retiredAt(Instant at) {
            return new Stored(client, set.moved(WeightsStatus.RETIRED, at), proof, created, promoted, at);
        }
    }

    /** What clients made together at once. */
    private record Run(int number, List<PlatformWeights> weights) {}

    private final MemoryTable<Key, Stored> table;
    private final MemoryTable<Integer, Run> runs;

    public MemoryWeightSets(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Stored>ofTenants("scoring_weights", units, Stored::client, MemoryWeightSets::key)
                .writtenBy(Role.WORKER)
                .unique(
                        "uq_scoring_weights_promoted",
                        stored -> stored.set().status() == WeightsStatus.PROMOTED
                                ? List.of(stored.client(), stored.set().source())
                                : null);
        runs = MemoryTable.<Integer, Run>ofPlatform("platform_weights", units, Run::number)
                .readByEverybody();
    }

    @Override
    public List<PlatformWeights> platform() {
        return runs.rows()
                .max(Comparator.comparingInt(Run::number))
                .map(Run::weights)
                .orElse(List.of());
    }

    @Override
    public void replacePlatform(List<PlatformWeights> next, Instant at) {
        runs.insert(new Run(
                (int) runs.rows().count(),
                next.stream()
                        .map(made -> new PlatformWeights(
                                made.industry(),
                                version(made.industry()) + 1,
                                made.weights(),
                                made.conversions(),
                                made.clients(),
                                made.confidence(),
                                at))
                        .sorted(Comparator.comparing(
                                PlatformWeights::industry, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList()));
    }

    private int version(@Nullable String industry) {
        return runs.rows()
                .flatMap(run -> run.weights().stream())
                .filter(made -> Objects.equals(made.industry(), industry))
                .mapToInt(PlatformWeights::version)
                .max()
                .orElse(0);
    }

    private static Key key(Stored stored) {
        return new Key(stored.client(), stored.set().version());
    }

    @Override
    public List<WeightSet> of(ClientId client) {
        return stored(client).map(Stored::set).toList();
    }

    private Stream<Stored> stored(ClientId client) {
        return table.rows()
                .filter(stored -> stored.client().equals(client))
                .sorted(Comparator.comparing(stored -> stored.set().version()));
    }

    @Override
    public List<ShowWeights.Version> history(ClientId client) {
        return stored(client)
                .map(stored -> new ShowWeights.Version(
                        stored.id(),
                        stored.set(),
                        stored.proof(),
                        stored.created(),
                        stored.promoted(),
                        stored.retired()))
                .toList()
                .reversed();
    }

    @Override
    public Optional<Owned> find(UUID id) {
        return table.rows()
                .filter(stored -> stored.id().equals(id))
                .map(stored -> new Owned(stored.client(), stored.set()))
                .findFirst();
    }

    @Override
    public void insert(ClientId client, WeightSet set, @Nullable WeightProof proof, Instant at) {
        table.insert(new Stored(client, set, proof, at, set.status() == WeightsStatus.PROMOTED ? at : null, null));
    }

    @Override
    public void retire(ClientId client, WeightsSource source, Instant at) {
        stored(client)
                .filter(stored ->
                        stored.set().source() == source && stored.set().status() == WeightsStatus.PROMOTED)
                .forEach(stored -> table.put(stored.retiredAt(at)));
    }

    @Override
    public void confirm(ClientId client, WeightsSource source, Instant at) {
        stored(client)
                .filter(stored ->
                        stored.set().source() == source && stored.set().status() == WeightsStatus.PROMOTED)
                .forEach(stored -> table.put(stored.confirmedAt(at)));
    }

    @Override
    public boolean promote(ClientId client, WeightsSource source, int version, Instant at) {
        Optional<Stored> next = table.find(new Key(client, version))
                .filter(stored -> stored.set().source() == source);
        next.ifPresent(promoted -> {
            retire(client, source, at);
            table.put(promoted.promotedAt(at));
        });
        return next.isPresent();
    }
}
