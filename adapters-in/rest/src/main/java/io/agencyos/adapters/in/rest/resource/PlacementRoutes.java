package io.agencyos.adapters.in.rest.resource;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.resource.RecordPlacement;
import io.agencyos.domain.shared.id.ResourceId;
import java.util.List;

/** Where a domain's test e-mails arrived, as staff saw it. Source: scoring B10. */
public final class PlacementRoutes implements RouteGroup {

    private final RecordPlacement placements;

    public PlacementRoutes(RecordPlacement placements) {
        this.placements = placements;
    }

    /**
     * What a placement test came to.
     *
     * @param inboxPercent how many of 100 test e-mails came to the inbox, rounded down
     */
    record Test(@Range(min = 0, max = 100) int inboxPercent) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(
                        Route.P + "/resources/{id}/placement-tests",
                        "Keeps how many of a domain's test e-mails arrived in the inbox today")
                .tag("Platform")
                .platformAdmin()
                .body(Test.class, new Test(97))
                .handledBy(this::record));
    }

    private Reply<None> record(Call<Test> call) {
        return placements.record(call.id("id", ResourceId::new), call.body().inboxPercent())
                ? Reply.noContent()
                : Reply.notFound();
    }
}
