package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.client.staff.WatchIntegrations;
import io.agencyos.application.platform.vendor.VendorAccountState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How clients' accounts at vendors do, for staff. Source: api 9.13 (platform accounts), 9.17. */
public final class IntegrationHealthRoutes implements RouteGroup {

    private static final VendorHealth EXAMPLE = new VendorHealth(
            "salesforge",
            IntegrationView.Owner.CLIENT,
            12,
            1,
            0,
            List.of(new Troubled(
                    UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                    "Northlight",
                    VendorAccountState.Status.NEEDS_ATTENTION,
                    Instant.parse("2026-03-02T00:00:00Z"),
                    "The vendor did not take our hooks.",
                    Instant.parse("2026-03-02T01:00:00Z"))));

    private final WatchIntegrations watch;

    public IntegrationHealthRoutes(WatchIntegrations watch) {
        this.watch = watch;
    }

    /**
     * How clients' accounts do, vendor by vendor.
     *
     * @param items each vendor that somebody has connected, by name
     */
    record Vendors(List<VendorHealth> items) {}

    /**
     * A vendor that somebody has connected.
     *
     * @param owner whose accounts they are
     * @param accounts how many clients have an account there connected
     * @param needAttention at how many of them not all works
     * @param broken at how many of them nothing works
     * @param troubled the last error first, at most 100
     */
    record VendorHealth(
            String vendor,
            IntegrationView.Owner owner,
            int accounts,
            int needAttention,
            int broken,
            List<Troubled> troubled) {

        static VendorHealth of(WatchIntegrations.Health health) {
            return new VendorHealth(
                    health.vendor(),
                    IntegrationView.Owner.CLIENT,
                    health.accounts(),
                    health.needAttention(),
                    health.broken(),
                    health.troubled().stream().map(Troubled::of).toList());
        }
    }

    /**
     * An account that somebody has to look at.
     *
     * @param status whether all of it works, not all ({@code needs_attention}) or nothing ({@code error})
     */
    record Troubled(
            UUID clientId,
            String clientName,
            VendorAccountState.Status status,
            @Nullable Instant lastOkAt,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {

        static Troubled of(WatchIntegrations.Troubled troubled) {
            VendorAccountState state = troubled.state();
            return new Troubled(
                    troubled.client().id().value(),
                    troubled.client().name(),
                    state.status(),
                    state.lastOkAt(),
                    state.lastError(),
                    state.lastErrorAt());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(Route.P + "/integrations", "How clients' accounts at vendors do, vendor by vendor")
                .tag("Platform")
                .platformAdmin()
                .answers(Vendors.class, new Vendors(List.of(EXAMPLE)))
                .handledBy(call -> Reply.ok(new Vendors(
                        watch.health().stream().map(VendorHealth::of).toList()))));
    }
}
