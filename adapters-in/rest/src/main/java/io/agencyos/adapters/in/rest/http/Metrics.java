package io.agencyos.adapters.in.rest.http;

import io.agencyos.adapters.in.rest.route.Content;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.IpAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;

/** What is counted, for this machine's own collector. Source: api 13. */
final class Metrics implements RouteGroup {

    private static final Content EXAMPLE = new Content("text/plain; version=0.0.4; charset=utf-8", "# metrics");

    private final PrometheusMeterRegistry registry;

    Metrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a request by its route, never by its address, which holds ids and tokens. */
    void request(String method, String route, int status, Duration took) {
        MeterRegistry meters = registry;
        meters.timer("http.server.requests", "method", method, "route", route, "status", Integer.toString(status))
                .record(took);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/metrics", "What is counted, for this machine only")
                .tag("Health")
                .open()
                .unmetered()
                .answers(Content.class, EXAMPLE)
                .problems(ProblemCode.NOT_FOUND)
                .handledBy(call -> isHere(call.origin())
                        ? Reply.ok(new Content(EXAMPLE.mediaType(), registry.scrape()))
                        : Reply.refused(Problem.notFound())));
    }

    private static boolean isHere(Origin origin) {
        IpAddress ip = origin.ip();
        return ip != null && ip.isLoopback();
    }
}
