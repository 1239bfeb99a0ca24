package io.agencyos.adapters.in.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.http.testing.SeatsInMemory;
import io.agencyos.adapters.in.rest.testing.Written;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeatRoutesTest {

    private static final String SETTINGS = "{'return_to':'settings'}";

    private @Nullable SeatsInMemory seats;
    private final ApiUnderTest api = ApiUnderTest.with(this::groups);

    private List<RouteGroup> groups(MemoryWorld world) {
        seats = new SeatsInMemory(world);
        return List.of(
                new SeatRoutes(seats.seats, Written.moments(world)),
                new SeatDeskRoutes(seats.seats.desk(), world.clock, Written.moments(world)));
    }

    private SeatsInMemory seats() {
        return Objects.requireNonNull(seats);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private String linked() {
        String id =
                api.as(Role.ADMIN).post("/linkedin/connect-sessions", SETTINGS).at("/seat_id");
        seats().seats.linkSeat().finish(api.client(), seats().service.signedIn("acc-1"), "acc-1");
        return id;
    }

    @Test // api 9.8
    void a_seat_is_linked_shown_and_disconnected() {
        Answer session = api.as(Role.ADMIN).post("/linkedin/connect-sessions", SETTINGS);
        assertThat(session.status()).isEqualTo(201);
        assertThat(session.at("/auth_url")).isEqualTo("https://link.example/1");
        String one = "/linkedin/seats/" + session.at("/seat_id");
        assertThat(api.as(Role.VIEWER).get(one).at("/status")).isEqualTo("pending");
        seats().seats.linkSeat().finish(api.client(), seats().service.signedIn("acc-1"), "acc-1");

        Answer shown = api.as(Role.VIEWER).get(one);

        assertThat(shown.at("/status")).isEqualTo("warmup");
        assertThat(shown.at("/account_name")).isEqualTo("Sam Oduya");
        assertThat(shown.at("/daily_limit")).isEqualTo("5");
        assertThat(shown.at("/used_today")).isEqualTo("0");
        assertThat(api.as(Role.VIEWER).get("/linkedin/seats?status=warmup").at("/items/0/id"))
                .isEqualTo(session.at("/seat_id"));
        assertThat(api.as(Role.VIEWER).get("/linkedin/seats?status=active").at("/items/0/id"))
                .isEmpty();
        assertThat(api.as(Role.MEMBER).delete(one).status()).isEqualTo(403);
        assertThat(api.as(Role.ADMIN).delete(one).status()).isEqualTo(204);
        assertThat(api.as(Role.VIEWER).get(one).at("/status")).isEqualTo("disconnected");
        assertThat(api.stranger().get(one).status()).isEqualTo(404);
    }

    @Test // api 9.8: 409 beyond the plan, 502 leaves the stored state
    void refusals_say_what_stands_in_the_way() {
        String one = "/linkedin/seats/" + linked();
        Caller admin = api.as(Role.ADMIN);
        for (int i = 2; i <= 4; i++) {
            assertThat(admin.post("/linkedin/connect-sessions", SETTINGS).status())
                    .isEqualTo(201);
        }
        Answer fifth = admin.post("/linkedin/connect-sessions", SETTINGS);
        assertThat(fifth.status()).isEqualTo(409);
        assertThat(fifth.code()).isEqualTo("seat_limit_reached");
        assertThat(admin.post(
                                "/linkedin/connect-sessions",
                                "{'return_to':'settings','persona_id':'" + UUID.randomUUID() + "'}")
                        .status())
                .isEqualTo(422);
        seats().service.fail(new VendorFailure.Unavailable(VendorFailure.Details.of("links", "account", "")));
        Answer refresh = api.as(Role.MEMBER).post(one + "/refresh", "{}");
        assertThat(refresh.status()).isEqualTo(502);
        assertThat(api.as(Role.VIEWER).get(one).at("/status")).isEqualTo("warmup");
    }

    @Test // api 9.8: If-Match
    void a_patch_needs_the_version_that_was_seen() {
        String one = "/linkedin/seats/" + linked();
        String seen = api.as(Role.VIEWER).get(one).header("ETag").orElseThrow();
        Caller admin = api.as(Role.ADMIN);
        assertThat(admin.patch(one, "{'persona_id':null}").status()).isEqualTo(428);
        assertThat(admin.with("If-Match", "\"v77\"")
                        .patch(one, "{'persona_id':null}")
                        .status())
                .isEqualTo(412);
        assertThat(admin.with("If-Match", seen)
                        .patch(one, "{'persona_id':null}")
                        .status())
                .isEqualTo(200);
    }

    @Test // api 9.17, outreach 11.1
    void staff_let_a_restricted_seat_begin_anew_and_say_why() {
        String id = linked();
        Caller staff = api.staff();
        String order = "/api/v1/admin/linkedin/seats/" + id + "/re-enable";
        String why = "{'reason':'The owner has proved who he is.'}";
        assertThat(staff.post(order, why).code()).isEqualTo("invalid_transition");
        seats().seats.hearSeats().changed(api.client(), "acc-1", SeatSignal.RESTRICTED);

        assertThat(staff.post(order, "{'reason':'short'}").status()).isEqualTo(422);
        assertThat(staff.post(order, why).at("/status")).isEqualTo("warmup");
        assertThat(staff.get("/api/v1/admin/linkedin/seats?client_id="
                                + api.client().text())
                        .at("/items/0/id"))
                .isEqualTo(id);
        assertThat(api.as(Role.OWNER).post(order, why).status()).isEqualTo(403);
    }

    @Test // api 9.8
    void connections_are_a_list_with_filters() {
        Answer none = api.as(Role.VIEWER)
                .get("/linkedin/connections?state=pending&ignored=true&seat_id=" + UUID.randomUUID());
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.json().at("/items").isEmpty()).isTrue();
    }
}
