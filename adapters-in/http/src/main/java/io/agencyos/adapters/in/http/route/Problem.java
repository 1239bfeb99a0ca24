package io.agencyos.adapters.in.http.route;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure as the API tells it. The members of every problem (type, status, instance, request id) are added
 * when it is written. Source: api 1.3.
 *
 * @param detail one sentence for people, without secrets and without another tenant's data
 * @param members what the code adds, such as {@code current_etag}; values are strings, numbers, lists, maps and null where it is not
 *     known
 * @param headers further headers, such as Retry-After
 */
public record Problem(
        ProblemCode code, String detail, Map<String, @Nullable Object> members, Map<String, String> headers) {

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of(), Map.of());
    }

    public static Problem notFound() {
        return of(ProblemCode.NOT_FOUND, "There is nothing at this address for you.");
    }

    /** The problem with every field error at once. */
    public static Problem invalid(List<FieldError> errors) {
        return of(ProblemCode.VALIDATION_FAILED, "See errors.").with("errors", errors);
    }

    public static Problem roleRequired(String required, String actual) {
        return of(ProblemCode.ROLE_REQUIRED, "This needs the role " + required + ".")
                .with("required", required)
                .with("actual", actual);
    }

    /**
     * Work that cannot begin now.
     *
     * @param scope what holds it up, by the word that {@code GET C/breakers} has for it
     * @param until null where it ends when somebody acts
     */
    public static Problem blocked(String detail, String scope, @Nullable Instant until) {
        return of(ProblemCode.BLOCKED, detail).with("scope", scope).with("until", until);
    }

    public static Problem versionConflict(Optional<Integer> current) {
        Problem problem = of(ProblemCode.VERSION_CONFLICT, "It was changed since you read it.");
        return current.map(version -> problem.with("current_etag", ETag.of(version)))
                .orElse(problem);
    }

    public Problem with(String member, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(code, detail, more, headers);
    }

    public Problem retryAfter(long seconds) {
        return withHeader("Retry-After", Long.toString(Math.max(1, seconds)));
    }

    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, members, more);
    }
}
