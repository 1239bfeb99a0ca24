package io.agencyos.adapters.out.sandbox.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of all vendors; a path segment in braces is a variable. */
public final class Router {

    /** How a handler meets the world. */
    public enum Access {
        /** Looks only. */
        READ,
        /** Changes the world: written to the journal when it succeeded. */
        WRITE,
        /** Minds its own locking. */
        FREE
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        Response handle(Request request);
    }

    /** A route that fits a request, with its variables bound. */
    public record Match(Access access, Request request, Handler handler) {

        /** Runs the handler; a refusal becomes its error answer. */
        public Response run() {
            try {
                return handler.handle(request);
            } catch (Refusal refusal) {
                return Response.error(refusal.status(), refusal.reason());
            }
        }
    }

    private record Route(String method, String[] segments, Access access, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    public void read(String path, Handler handler) {
        add("GET", path, Access.READ, handler);
    }

    public void write(String method, String path, Handler handler) {
        add(method, path, Access.WRITE, handler);
    }

    public void free(String method, String path, Handler handler) {
        add(method, path, Access.FREE, handler);
    }

    private void add(String method, String path, Access access, Handler handler) {
        routes.add(new Route(method, path.split("/"), access, handler));
    }

    /** The first route that fits, in the order of registration. */
    public Optional<Match> match(Request request) {
        String[] segments = request.rawPath().split("/");
        for (Route route : routes) {
            if (route.method.equals(request.method())) {
                Optional<Map<String, String>> variables = bind(route.segments, segments);
                if (variables.isPresent()) {
                    return Optional.of(new Match(route.access, request.with(variables.get()), route.handler));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> bind(String[] pattern, String[] segments) {
        if (pattern.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{")) {
                variables.put(pattern[i].substring(1, pattern[i].length() - 1), Request.decodeSegment(segments[i]));
            } else if (!pattern[i].equals(segments[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
