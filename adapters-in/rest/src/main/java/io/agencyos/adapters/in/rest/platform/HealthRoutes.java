package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import java.util.List;

/** Whether the server is there. Source: api 9.1. */
public final class HealthRoutes implements RouteGroup {

    private static final String TAG = "Health";

    private final String version;

    public HealthRoutes(String version) {
        this.version = version;
    }

    /** That the server is there; nothing else is looked at. */
    public record Health(String status, String service, String version) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/api/v1/health", "Whether the server is there")
                .tag(TAG)
                .open()
                .answers(Health.class, health())
                .handledBy(call -> Reply.ok(health())));
    }

    private Health health() {
        return new Health("ok", "agency-os", version);
    }
}
