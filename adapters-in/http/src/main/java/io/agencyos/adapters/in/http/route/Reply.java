package io.agencyos.adapters.in.http.route;

import java.util.List;
import java.util.Optional;

/** What a handler answers. Source: api 1.2. */
public sealed interface Reply<R> {

    /**
     * It worked.
     *
     * @param version version for the ETag, where the resource has one
     * @param location address of what was made, where something was
     * @param retryAfter seconds after which asking again may tell something new
     */
    record Done<R>(
            int status, R body, Optional<Integer> version, Optional<String> location, Optional<Integer> retryAfter)
            implements Reply<R> {

        public Done<R> at(String path) {
            return new Done<>(status, body, version, Optional.of(path), retryAfter);
        }

        /** With another status, declared by {@link RouteBuilder#alsoAnswers}. */
        public Done<R> status(int other) {
            return new Done<>(other, body, version, location, retryAfter);
        }

        public Done<R> version(int now) {
            return new Done<>(status, body, Optional.of(now), location, retryAfter);
        }

        public Done<R> retryAfter(int seconds) {
            return new Done<>(status, body, version, location, Optional.of(seconds));
        }
    }

    /** It was refused. */
    record Refused<R>(Problem problem) implements Reply<R> {}

    static <R> Done<R> ok(R body) {
        return new Done<>(200, body, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static <R> Done<R> created(String location, R body) {
        return new Done<>(201, body, Optional.empty(), Optional.of(location), Optional.empty());
    }

    static <R> Done<R> accepted(R body) {
        return new Done<>(202, body, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Done<None> noContent() {
        return new Done<>(204, None.NONE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static <R> Reply<R> refused(Problem problem) {
        return new Refused<>(problem);
    }

    static <R> Reply<R> refused(ProblemCode code, String detail) {
        return new Refused<>(Problem.of(code, detail));
    }

    static <R> Reply<R> notFound() {
        return new Refused<>(Problem.notFound());
    }

    /** The same answer, of a route that has more than one body. */
    static <R> Reply<Object> either(Reply<R> reply) {
        return switch (reply) {
            case Refused<R>(Problem problem) -> new Refused<>(problem);
            case Done<R> done ->
                new Done<>(done.status(), done.body(), done.version(), done.location(), done.retryAfter());
        };
    }

    static <R> Reply<R> invalid(List<FieldError> errors) {
        return new Refused<>(Problem.invalid(errors));
    }

    static <R> Reply<R> invalid(FieldErrors errors) {
        return invalid(errors.list());
    }
}
