package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Outcome;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused stands in the audit log. Source: api 6. */
class DenialsTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);
    private final MemoryWorld world = api.world();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 6: access.denied (403s …, aggregated per minute)
    void refusals_of_a_minute_are_one_entry_in_the_clients_log() {
        User sam = world.member(api.client(), "sam@agency.example", Role.VIEWER);
        Caller caller = api.as(sam);
        caller.get("/api-keys");
        caller.post("/campaigns", "{'name':'Late'}");
        assertThat(denied(api.client())).isEmpty();

        world.clock.advance(Duration.ofMinutes(1));
        caller.get("/campaigns");

        assertThat(denied(api.client())).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(Actor.user(sam.id().value()));
            assertThat(entry.outcome()).isEqualTo(Outcome.DENIED);
            assertThat(entry.metadata())
                    .isEqualTo(Map.of(
                            "code",
                            "role_required",
                            "times",
                            "2",
                            "route",
                            "GET /api/v1/clients/{client_id}/api-keys"));
            assertThat(entry.resourceId()).isEqualTo(api.client().value());
        });
        assertThat(api.as(Role.ADMIN).get("/audit-events?action=access.denied").at("/items/0/outcome"))
                .isEqualTo("denied");
    }

    @Test // api 6: cross-tenant 404s; api 4: no tenant sees another's data
    void who_asks_for_a_foreign_client_stands_in_the_platforms_log_only() {
        Caller stranger = api.stranger();
        stranger.get("/leads");
        stranger.get("/campaigns");
        api.anonymous().get("/leads");
        api.as(Role.OWNER).get("/leads/" + world.ids.next());

        world.clock.advance(Duration.ofMinutes(1));
        stranger.get("/api/v1/me");

        assertThat(denied(api.client())).isEmpty();
        assertThat(onPlatform()).singleElement().satisfies(entry -> {
            assertThat(entry.resourceId()).isEqualTo(api.client().value());
            assertThat(entry.metadata()).containsEntry("code", "not_found").containsEntry("times", "2");
        });
    }

    @Test // api 6
    void what_nobody_asked_after_is_written_at_the_end() {
        api.staffWithoutSecondFactor().get("/api/v1/admin/clients");
        api.close();

        assertThat(onPlatform())
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata()).containsEntry("code", "mfa_required"));
    }

    private List<AuditEntry> denied(ClientId client) {
        return world.units.inTenant(TenantScope.worker(client), () -> world.audit.newest(client, 100)).stream()
                .filter(entry -> entry.action() == AuditAction.ACCESS_DENIED)
                .toList();
    }

    private List<AuditEntry> onPlatform() {
        return world.units.onPlatform(() -> world.audit.newest(null, 100)).stream()
                .filter(entry -> entry.action() == AuditAction.ACCESS_DENIED)
                .toList();
    }
}
