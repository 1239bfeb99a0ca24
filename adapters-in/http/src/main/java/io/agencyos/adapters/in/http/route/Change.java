package io.agencyos.adapters.in.http.route;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of a merge patch (RFC 7396): not mentioned, set to null, or set to a value. A record component of this type
 * may be left out; it may be null only where {@code T} is marked {@code @Nullable}.
 */
public record Change<T extends @Nullable Object>(
        boolean mentioned, @Nullable T value) {

    public static <T extends @Nullable Object> Change<T> absent() {
        return new Change<>(false, null);
    }

    public static <T extends @Nullable Object> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** The new value where one is mentioned, else what was. */
    public @Nullable T orElse(@Nullable T before) {
        return mentioned ? value : before;
    }

    /** The value where one is mentioned and not null. */
    public <U> Optional<U> map(Function<T, U> f) {
        T present = value;
        return present == null ? Optional.empty() : Optional.of(f.apply(present));
    }
}
