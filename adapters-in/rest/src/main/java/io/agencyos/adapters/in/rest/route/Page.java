package io.agencyos.adapters.in.rest.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list; written with {@code page.next_cursor}. Source: api 1.4.
 *
 * @param next where the next page begins, empty on the last
 */
public record Page<T>(List<T> items, Optional<Paging.Position> next) {

    public Page {
        items = List.copyOf(items);
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
