package io.agencyos.domain.shared;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Outcome of something that may be refused for a reason the caller is expected to handle: a value or an error, never
 * both. Programming mistakes are exceptions; everything a user or a vendor can cause is a {@code Result}.
 */
public sealed interface Result<T, E> {

    /** It worked; {@code value} is what came of it. */
    record Ok<T, E>(T value) implements Result<T, E> {}

    /** It was refused; {@code error} says why. */
    record Err<T, E>(E error) implements Result<T, E> {}

    static <T, E> Result<T, E> ok(T value) {
        return new Ok<>(value);
    }

    static <T, E> Result<T, E> err(E error) {
        return new Err<>(error);
    }

    default boolean isOk() {
        return this instanceof Ok<T, E>;
    }

    default <U> Result<U, E> map(Function<? super T, ? extends U> f) {
        return switch (this) {
            case Ok<T, E>(T value) -> ok(f.apply(value));
            case Err<T, E>(E error) -> err(error);
        };
    }

    default <U> Result<U, E> flatMap(Function<? super T, Result<U, E>> f) {
        return switch (this) {
            case Ok<T, E>(T value) -> f.apply(value);
            case Err<T, E>(E error) -> err(error);
        };
    }

    default <U> Result<T, U> mapError(Function<? super E, ? extends U> f) {
        return switch (this) {
            case Ok<T, E>(T value) -> ok(value);
            case Err<T, E>(E error) -> err(f.apply(error));
        };
    }

    /** One answer for both. */
    default <R> R fold(Function<? super T, ? extends R> ok, Function<? super E, ? extends R> err) {
        return switch (this) {
            case Ok<T, E>(T value) -> ok.apply(value);
            case Err<T, E>(E error) -> err.apply(error);
        };
    }

    default Optional<T> toOptional() {
        return switch (this) {
            case Ok<T, E>(T value) -> Optional.of(value);
            case Err<T, E> refused -> Optional.empty();
        };
    }

    /** The value where an error would be a programming mistake, such as a constant in code or a test. */
    default T orElseThrow() {
        return switch (this) {
            case Ok<T, E>(T value) -> value;
            case Err<T, E>(E error) -> throw new NoSuchElementException("refused: " + error);
        };
    }
}
