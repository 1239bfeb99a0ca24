package io.agencyos.domain.scoring.weight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The weights that a score is made with and where they come from; source and version are stored with every score.
 *
 * @param version the version of the set within its source; 0 for the sets that the product ships
 */
@ValueObject
public record WeightsInForce(Weights weights, WeightsSource source, int version) {

    public static final WeightsInForce DEFAULT = new WeightsInForce(Weights.DEFAULT, WeightsSource.DEFAULT, 0);
    public static final WeightsInForce BENCHMARK = new WeightsInForce(Weights.BENCHMARK, WeightsSource.BENCHMARK, 0);

    /**
     * The first usable set in the order of {@link WeightsSource}; a custom set that its owner pinned goes first. The
     * product's own sets need not be among the stored ones. Source: scoring ALS-12, conversion intelligence 12.4.
     */
    public static WeightsInForce of(List<WeightSet> stored, boolean benchmarkOn) {
        return stored.stream()
                .sorted(Comparator.comparing((WeightSet set) -> !set.pinned())
                        .thenComparing(WeightSet::source)
                        .thenComparing(WeightSet::version, Comparator.reverseOrder()))
                .map(WeightSet::usable)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(benchmarkOn ? BENCHMARK : DEFAULT);
    }
}
