package io.agencyos.adapters.in.http.route;

import io.agencyos.adapters.in.http.route.Paging.Position;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Pages of a list that is short enough to be read whole. */
public final class Pages {

    private Pages() {}

    /**
     * The part that is asked for.
     *
     * @param key the value that the rows are sorted by, as text that sorts like it
     */
    public static <S, T> Page<T> of(
            List<S> rows, Paging paging, Function<S, String> key, Function<S, UUID> id, Function<S, T> view) {
        Comparator<Position> upwards = Comparator.comparing(
                        (Position position) -> position.keys().getFirst())
                .thenComparing(position -> position.id().toString());
        Comparator<Position> order = paging.sort().startsWith("-") ? upwards.reversed() : upwards;
        Function<S, Position> position = row -> new Position(List.of(key.apply(row)), id.apply(row));
        List<S> rest = rows.stream()
                .sorted(Comparator.comparing(position, order))
                .filter(row -> paging.after()
                        .map(last -> order.compare(position.apply(row), last) > 0)
                        .orElse(true))
                .toList();
        return Page.of(rest, paging, view, position);
    }
}
