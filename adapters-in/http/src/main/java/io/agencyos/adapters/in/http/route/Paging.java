package io.agencyos.adapters.in.http.route;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which part of a list is asked for. Source: api 1.4.
 *
 * @param limit 1–100; read one row more to know whether there is a next page
 * @param sort one of the route's sorts
 * @param after the last row of the page before
 * @param total whether the number of all rows is asked for
 */
public record Paging(int limit, String sort, Optional<Position> after, boolean total) {

    public static final int DEFAULT_LIMIT = 25;
    public static final int MAX_LIMIT = 100;

    /**
     * Where a page ended.
     *
     * @param keys the sort's values of the last row, as text
     * @param id the last row
     */
    public record Position(List<String> keys, UUID id) {

        public Position {
            keys = List.copyOf(keys);
        }
    }
}
