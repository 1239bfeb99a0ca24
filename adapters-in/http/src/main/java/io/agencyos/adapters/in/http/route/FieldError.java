package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.InputProblem;
import java.util.Map;

/**
 * What is wrong with one member or query parameter. Source: api 1.3.
 *
 * @param pointer RFC 6901 pointer into the body, empty for the whole, or {@code query:name}
 * @param code lower-snake code, such as {@code unknown_field}
 * @param message one sentence for people
 */
public record FieldError(String pointer, String code, String message, Map<String, Object> params) {

    public FieldError {
        params = Map.copyOf(params);
    }

    public static FieldError of(String pointer, String code, String message) {
        return new FieldError(pointer, code, message, Map.of());
    }

    public static FieldError of(String pointer, InputProblem problem) {
        return of(pointer, problem.code(), problem.reason());
    }

    /** A problem that the domain found; its path {@code industries[2]} is the pointer {@code /industries/2}. */
    public static FieldError of(FieldProblem problem) {
        return new FieldError(
                "/" + problem.path().replace("].", "/").replace("]", "").replaceAll("[.\\[]", "/"),
                problem.code(),
                problem.reason(),
                Map.copyOf(problem.params()));
    }

    public static FieldError query(String name, String code, String message) {
        return of("query:" + name, code, message);
    }

    /** One token of a JSON pointer, escaped. */
    public static String child(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
