package io.agencyos.adapters.in.http.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * What browsers ask before they let a page of another origin call. Origins are named exactly; credentials of the browser
 * are never sent along, for a call carries its own token. Source: api 1.8.
 */
final class CrossOrigin {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id";
    private static final String EXPOSED =
            "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed, X-Request-Id";
    private static final String KEPT_SECONDS = "600";
    private static final int NO_CONTENT = 204;

    private CrossOrigin() {}

    static void on(Context context, Set<String> origins) {
        if (origins.isEmpty()) {
            return;
        }
        context.header("Vary", "Origin");
        String origin = context.header("Origin");
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", origin);
        context.header("Access-Control-Expose-Headers", EXPOSED);
        if (context.method() == HandlerType.OPTIONS && context.header("Access-Control-Request-Method") != null) {
            context.header("Access-Control-Allow-Methods", METHODS);
            context.header("Access-Control-Allow-Headers", HEADERS);
            context.header("Access-Control-Max-Age", KEPT_SECONDS);
            context.status(NO_CONTENT).skipRemainingHandlers();
        }
    }
}
