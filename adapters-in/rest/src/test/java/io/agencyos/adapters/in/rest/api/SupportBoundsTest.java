package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.server.SupportBounds;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportBoundsTest {

    @Test // api 3: messages to leads cannot be sent in a support session, nor anything opened that outlives it
    void what_staff_may_not_do_in_a_client_is_read_off_the_route_table() {
        List<String> forbidden = AllRoutes.on(new MemoryWorld()).stream()
                .flatMap(group -> group.routes().stream())
                .<Route<?, ?>>map(route -> route)
                .filter(SupportBounds::forbid)
                .map(route -> route.method() + " " + route.path().replace(Route.C, "C"))
                .toList();

        assertThat(forbidden)
                .contains(
                        "POST C/approvals/{id}/approve",
                        "POST C/approvals/bulk-decisions",
                        "POST C/campaigns/{id}/activate",
                        "POST C/resume",
                        "POST C/leads/{id}/reengage",
                        "PUT C/leads/{id}/permission-override",
                        "DELETE C/leads/{id}/permission-override",
                        "POST C/leads/bulk-actions",
                        "POST C/campaign-suggestions/{id}/accept",
                        "POST C/api-keys",
                        "PATCH C/members/{id}",
                        "POST C/invitations")
                .noneMatch(route -> route.startsWith("GET"))
                .doesNotContain("POST C/pause", "POST C/approvals/{id}/reject");
    }
}
