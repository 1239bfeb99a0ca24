package io.agencyos.application.platform.export;

import io.agencyos.application.shared.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that can be read part by part, so that no more than one part is ever held.
 *
 * @param name of the file without its ending, such as {@code leads}
 * @param columns heads of the columns, as many as every row has cells
 */
public record Sheet(String name, List<String> columns, Rows rows) {

    public Sheet {
        columns = List.copyOf(columns);
    }

    /** Where rows come from. */
    @FunctionalInterface
    public interface Rows {

        /**
         * The next part; the same place gives the same part. Opens its own units of work.
         *
         * @param scope the product's own, in the client whose rows they are
         * @param place as the part before told it; null for the first
         * @param ordered when the file was asked for: what came later does not belong to it
         */
        Part part(TenantScope scope, @Nullable String place, Instant ordered);
    }

    /** @param next where to go on; empty at the end */
    public record Part(List<List<Cell>> rows, Optional<String> next) {

        public Part {
            rows = List.copyOf(rows);
        }

        /** All there is. */
        public static Part last(List<List<Cell>> rows) {
            return new Part(rows, Optional.empty());
        }
    }
}
