package io.agencyos.adapters.in.http.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list; written with {@code page.next_cursor}. Source: api 1.4.
 *
 * @param next where the next page begins, empty on the last
 * @param total how many rows there are in all, where that was asked for
 */
public record Page<T>(List<T> items, Optional<Paging.Position> next, Optional<Total> total) {

    /**
     * How many rows a list has.
     *
     * @param lowerBound there are more, and nobody has counted them
     */
    public record Total(int rows, boolean lowerBound) {}

    public Page {
        items = List.copyOf(items);
    }

    public Page(List<T> items, Optional<Paging.Position> next) {
        this(items, next, Optional.empty());
    }

    /** The same with the number of all rows. */
    public Page<T> of(Total all) {
        return new Page<>(items, next, Optional.of(all));
    }

    /**
     * A page from rows of which one more was read than asked for.
     *
     * @param position where a page that ends with this row ends
     */
    public static <S, T> Page<T> of(
            List<S> rows, Paging paging, Function<S, T> view, Function<S, Paging.Position> position) {
        List<S> shown = rows.size() > paging.limit() ? rows.subList(0, paging.limit()) : rows;
        Optional<Paging.Position> next =
                rows.size() > paging.limit() ? Optional.of(position.apply(shown.getLast())) : Optional.empty();
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
