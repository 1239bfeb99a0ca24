package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import java.util.List;

/**
 * The counts of one dimension of a detector run.
 *
 * @param name as in {@link Who}, {@link What}, {@link When} and {@link How}
 * @param known units whose value is known; the others left the dimension
 * @param all units of the run that could have had a value
 */
public record Dimension(String name, List<Cell> cells, long known, long all, Bars bars) {

    public Dimension {
        cells = List.copyOf(cells);
    }

    /** One in which every unit has a value. */
    public static Dimension complete(String name, List<Cell> cells, Bars bars) {
        long units = cells.stream().mapToLong(Cell::n).sum();
        return new Dimension(name, cells, units, units, bars);
    }
}
