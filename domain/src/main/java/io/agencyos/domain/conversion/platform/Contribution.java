package io.agencyos.domain.conversion.platform;

import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one consenting client brings: counts per dimension, and its own promoted weights if it has any.
 *
 * @param industry that it works for, where it is one
 * @param conversions of all its matured leads
 * @param dimensions kernel cells per dimension; nothing else of a client is ever shared
 */
public record Contribution(
        ClientId client,
        Optional<String> industry,
        long conversions,
        Map<String, List<Cell>> dimensions,
        Optional<Weights> promoted) {

    public Contribution {
        dimensions = Map.copyOf(dimensions);
    }

    /** Whether nothing in it contradicts itself, as more conversions than units would. */
    public boolean isSound() {
        return dimensions.values().stream()
                .noneMatch(cells -> SegmentTable.of(cells) instanceof Result.Err<SegmentTable, BadCell>);
    }
}
