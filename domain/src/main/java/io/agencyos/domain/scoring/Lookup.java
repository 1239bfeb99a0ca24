package io.agencyos.domain.scoring;

/** What became of looking a signal up: a value, certainly nothing, or no answer. Source: scoring 1.7, last paragraph. */
public sealed interface Lookup<T> {

    /** The source knows this. */
    record Found<T>(T value) implements Lookup<T> {}

    /** The source was asked, or is never asked, and there is nothing. */
    record Absent<T>() implements Lookup<T> {}

    /** The source did not answer: the score is made without it and once again after 15 minutes. */
    record Unavailable<T>() implements Lookup<T> {}

    static <T> Lookup<T> found(T value) {
        return new Found<>(value);
    }

    static <T> Lookup<T> absent() {
        return new Absent<>();
    }

    static <T> Lookup<T> unavailable() {
        return new Unavailable<>();
    }
}
