package io.agencyos.adapters.in.http.route;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sorts of a list, each {@code field} or {@code -field}; the first is the default, the id always breaks ties.
 * Source: api 1.4.
 */
public record Sorting(List<String> allowed) {

    public Sorting {
        if (allowed.isEmpty()) {
            throw new IllegalArgumentException("a list has at least one sort");
        }
        allowed = List.copyOf(allowed);
    }

    public static Sorting of(String byDefault, String... others) {
        return new Sorting(
                Stream.concat(Stream.of(byDefault), Arrays.stream(others)).toList());
    }

    public String byDefault() {
        return allowed.getFirst();
    }
}
