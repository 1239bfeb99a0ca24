package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Callers who are remembered from the request before. Source: api 2, 3, 4. */
class RememberedCallerTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    private final MemoryWorld world = API.world();
    private final User sam = world.member(API.client(), "sam-" + world.ids.next() + "@agency.example", Role.ADMIN);
    private final Caller caller = API.as(sam);

    @Test // api 3: role changes act on the next request
    void a_changed_role_counts_at_the_next_look() {
        assertThat(caller.get("/api-keys").status()).isEqualTo(200);
        assertThat(caller.get("/api-keys").status()).isEqualTo(200);

        role(Role.VIEWER);
        assertThat(caller.get("/api-keys").status()).isEqualTo(403);
        assertThat(caller.get("/campaigns").status()).isEqualTo(200);

        role(Role.ADMIN);
        assertThat(caller.get("/api-keys").status()).isEqualTo(200);
    }

    @Test // api 4: the existence of other tenants is not disclosed
    void who_is_no_member_any_more_finds_nothing_at_the_next_look() {
        assertThat(caller.get("/campaigns").status()).isEqualTo(200);

        world.units.onPlatform(() -> world.users.endMembership(API.client(), sam.id(), world.clock.now()));

        assertThat(caller.get("/campaigns").status()).isEqualTo(404);
        assertThat(caller.get("/campaigns").status()).isEqualTo(404);
    }

    @Test // api 2: revocation must act at once
    void a_sign_in_that_was_ended_lets_nobody_look() {
        assertThat(caller.get("/campaigns").status()).isEqualTo(200);

        world.units.onPlatform(() -> {
            world.sessions.revokeAll(sam.id(), world.clock.now());
        });

        assertThat(caller.get("/campaigns").status()).isEqualTo(401);
        assertThat(caller.post("/campaigns", "{'name':'Late'}").status()).isEqualTo(401);
    }

    @Test // api 2: a second factor is required for members where the client policy require_mfa is set
    void a_client_that_asks_for_a_second_factor_opens_to_no_sign_in_without_one() {
        assertThat(caller.get("/campaigns").status()).isEqualTo(200);
        assertThat(caller.with("If-Match", "\"v0\"")
                        .patch("/settings", "{'require_mfa':true}")
                        .code())
                .isEqualTo("mfa_required");

        world.units.inTenant(
                TenantScope.worker(API.client()), () -> world.clients.requireSecondFactor(API.client(), true));
        assertThat(caller.get("/campaigns").code()).isEqualTo("mfa_required");
        assertThat(caller.post("/campaigns", "{'name':'Late'}").code()).isEqualTo("mfa_required");
        assertThat(caller.get("/api/v1/me").at("/memberships/0/name")).isEqualTo("Northlight");

        Caller known = API.withSecondFactor(sam);
        assertThat(known.get("/settings").json().path("require_mfa").booleanValue())
                .isTrue();
        assertThat(known.with("If-Match", known.get("/settings").header("ETag").orElseThrow())
                        .patch("/settings", "{'require_mfa':false}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get("/campaigns").status()).isEqualTo(200);
    }

    private void role(Role role) {
        world.units.onPlatform(
                () -> world.users.putMembership(new Membership(API.client(), sam.id(), role, world.clock.now())));
    }
}
