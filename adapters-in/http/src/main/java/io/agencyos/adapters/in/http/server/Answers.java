package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Content;
import io.agencyos.adapters.in.http.route.ETag;
import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.LiveBody;
import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Route.Flag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Turns replies and problems into what goes over the wire. Source: api 1.2, 1.3, 1.4, 1.6. */
final class Answers {

    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";
    private static final String PROBLEM = "application/problem+json";
    private static final int NOT_MODIFIED = 304;
    private static final int CACHED_SECONDS = 300;

    private final Cursors cursors;

    Answers(Cursors cursors) {
        this.cursors = cursors;
    }

    <R> Answer of(Route<?, R> route, Exchange exchange, Queries.Asked asked, Reply<R> reply) {
        return switch (reply) {
            case Reply.Refused<R>(Problem problem) -> problem(problem, exchange);
            case Reply.Done<R> done -> done(route, exchange, asked, done);
        };
    }

    private <R> Answer done(Route<?, R> route, Exchange exchange, Queries.Asked asked, Reply.Done<R> done) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (route.has(Flag.CACHEABLE)) {
            headers.put("Cache-Control", "public, max-age=" + CACHED_SECONDS);
        }
        done.location().ifPresent(path -> headers.put("Location", path));
        done.retryAfter().ifPresent(seconds -> headers.put("Retry-After", Integer.toString(seconds)));
        Optional<String> tag = done.version().map(ETag::of);
        tag.ifPresent(value -> headers.put("ETag", value));
        if (route.method() == Method.GET && tag.isPresent() && tag.equals(exchange.header("If-None-Match"))) {
            return Answer.empty(NOT_MODIFIED, headers);
        }
        return switch (done.body()) {
            case None none -> Answer.empty(done.status(), headers);
            case Content(String mediaType, String text) ->
                new Answer(done.status(), mediaType, headers, Answer.Body.of(text));
            case LiveBody live ->
                new Answer(done.status(), EVENTS, headers, Answer.Body.EMPTY, Optional.of(live), Optional.empty());
            case FileBody file -> file(done.status(), headers, file);
            case Page<?> page -> new Answer(done.status(), JSON, headers, list(page, asked));
            case Object body -> new Answer(done.status(), JSON, headers, written(body));
        };
    }

    private static Answer.Body written(Object body) {
        return new Answer.Body(Json.MAPPER.writeValueAsBytes(body));
    }

    private static Answer file(int status, Map<String, String> headers, FileBody file) {
        headers.put("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"");
        return new Answer(status, file.mediaType(), headers, Answer.Body.EMPTY, Optional.empty(), Optional.of(file));
    }

    private Answer.Body list(Page<?> page, Queries.Asked asked) {
        Paging paging = asked.paging().orElseThrow();
        ObjectNode about = Json.MAPPER.createObjectNode();
        about.put("limit", paging.limit());
        about.put("has_more", page.next().isPresent());
        about.put(
                "next_cursor",
                page.next()
                        .map(position -> cursors.write(paging.sort(), asked.filterHash(), position))
                        .orElse(null));
        page.total().ifPresent(total -> {
            about.put("total", total.rows());
            if (total.lowerBound()) {
                about.put("total_is_lower_bound", true);
            }
        });
        return written(new Listed(page.items(), about));
    }

    /** A list as it is written. */
    private record Listed(List<?> items, ObjectNode page) {}

    static Answer problem(Problem problem, Exchange exchange) {
        exchange.refusedWith(problem.code());
        ObjectNode root = Json.MAPPER.createObjectNode();
        String code = problem.code().wire();
        root.put("type", "urn:agency-os:problem:" + code);
        root.put("title", problem.code().title());
        root.put("status", problem.code().status());
        root.put("detail", problem.detail());
        root.put("instance", exchange.path());
        root.put("code", code);
        root.put("request_id", exchange.requestId());
        root.put("documentation", "/docs/problems/" + code);
        problem.members().forEach((name, value) -> root.set(name, Json.MAPPER.valueToTree(value)));
        return new Answer(problem.code().status(), PROBLEM, problem.headers(), Answer.Body.of(root.toString()));
    }
}
