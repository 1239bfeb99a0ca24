package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Content;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.IpAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is counted, for this machine's own collector. Source: api 13. */
final class Metrics implements RouteGroup {

    private static final Content EXAMPLE = new Content("text/plain; version=0.0.4; charset=utf-8", "# metrics");

    private final PrometheusMeterRegistry registry;

    Metrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts the requests of a route, never by their addresses, which hold ids and tokens. */
    Watch watch(String method, String route) {
        return new Watch(registry, Tags.of("method", method, "route", route));
    }

    /** The timers of one route, each looked up once. */
    static final class Watch {
        private final MeterRegistry meters;
        private final Tags route;
        private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

        private Watch(MeterRegistry meters, Tags route) {
            this.meters = meters;
            this.route = route;
        }

        void took(int status, Duration time) {
            timers.computeIfAbsent(
                            status,
                            of -> meters.timer("http.server.requests", route.and("status", Integer.toString(of))))
                    .record(time);
        }
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
