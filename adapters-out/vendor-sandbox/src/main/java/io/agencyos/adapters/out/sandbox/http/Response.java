package io.agencyos.adapters.out.sandbox.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An answer: status, extra headers and a body, empty for 204. */
public record Response(int status, Map<String, String> headers, String body) {

    /** 200 with a JSON body. */
    public static Response ok(@Nullable Object json) {
        return of(200, json);
    }

    /** 201 with a JSON body. */
    public static Response created(@Nullable Object json) {
        return of(201, json);
    }

    /** 204 without a body. */
    public static Response noContent() {
        return new Response(204, Map.of(), "");
    }

    /** Any status with a JSON body. */
    public static Response of(int status, @Nullable Object json) {
        return new Response(status, Map.of("Content-Type", "application/json"), Json.write(json));
    }

    /** The core vendor's error body. */
    public static Response error(int status, String message) {
        return of(status, Json.object("message", message, "data", null));
    }

    /**
     * One page of a list by limit and offset, in the envelope {data, limit, offset, total}.
     *
     * @param shown makes what the answer says of one; asked of those on the page only
     */
    public static <T> Response page(
            Request request, List<T> all, Function<? super T, ?> shown, int defaultLimit, int mostLimit) {
        int limit = request.number("limit", defaultLimit, 1, mostLimit);
        int offset = request.number("offset", 0, 0, Integer.MAX_VALUE / 2);
        int from = Math.min(offset, all.size());
        List<?> page = all.subList(from, Math.min(all.size(), from + limit)).stream()
                .map(shown)
                .toList();
        return ok(Json.object("data", page, "limit", limit, "offset", offset, "total", all.size()));
    }

    /** Whether the request took effect. */
    public boolean successful() {
        return status < 400;
    }
}
