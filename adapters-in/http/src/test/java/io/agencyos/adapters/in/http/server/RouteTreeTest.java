package io.agencyos.adapters.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTreeTest {

    private final RouteTree<String> tree = new RouteTree<>();

    private void has(RouteBuilder<None, None> route, String name) {
        tree.add(built(route), name);
    }

    private static Route<?, ?> built(RouteBuilder<None, None> route) {
        return route.open().answers(String.class, "x").handledBy(call -> Reply.ok("x"));
    }

    private String at(Method method, String path) {
        return tree.find(method, path).map(RouteTree.Found::endpoint).orElse("nothing");
    }

    private Map<String, String> params(String path) {
        return tree.find(Method.GET, path).orElseThrow().params();
    }

    @Test
    void counted_from_the_left_a_literal_wins_over_a_parameter() {
        has(Route.get("/api/v1/things/{id}", "One"), "one");
        has(Route.get("/api/v1/things/newest", "The newest"), "newest");
        has(Route.get("/api/v1/things/{id}/parts", "Parts"), "parts");
        has(Route.get("/api/v1/things/newest/{part}", "A part of the newest"), "part of the newest");

        assertThat(at(Method.GET, "/api/v1/things/7")).isEqualTo("one");
        assertThat(at(Method.GET, "/api/v1/things/newest")).isEqualTo("newest");
        assertThat(at(Method.GET, "/api/v1/things/7/parts")).isEqualTo("parts");
        assertThat(at(Method.GET, "/api/v1/things/newest/parts")).isEqualTo("part of the newest");
    }

    @Test
    void a_literal_that_leads_nowhere_gives_way_to_the_parameter() {
        has(Route.get("/api/v1/things/{id}/parts", "Parts"), "parts");
        has(Route.post("/api/v1/things/newest", "Another"), "another");
        has(Route.get("/api/v1/things/newest/owner", "Its owner"), "owner");
        has(Route.get("/api/v1/things/{id}", "One"), "one");

        assertThat(at(Method.GET, "/api/v1/things/newest/parts")).isEqualTo("parts");
        assertThat(at(Method.GET, "/api/v1/things/newest")).isEqualTo("one");
        assertThat(params("/api/v1/things/newest/parts")).isEqualTo(Map.of("id", "newest"));
    }

    @Test
    void parameters_are_decoded_and_a_plus_sign_stays_one() {
        has(Route.get("/api/v1/things/{name}/parts/{part}", "A part"), "part");

        assertThat(params("/api/v1/things/a%20b+c/parts/d%2Fe")).isEqualTo(Map.of("name", "a b+c", "part", "d/e"));
        assertThat(at(Method.GET, "/api/v1/things/%zz/parts/1")).isEqualTo("nothing");
    }

    @Test
    void what_is_too_short_too_long_or_empty_is_nobodys_address() {
        has(Route.get("/api/v1/things/{id}", "One"), "one");

        assertThat(at(Method.GET, "/api/v1/things")).isEqualTo("nothing");
        assertThat(at(Method.GET, "/api/v1/things/")).isEqualTo("nothing");
        assertThat(at(Method.GET, "/api/v1/things/7/")).isEqualTo("nothing");
        assertThat(at(Method.GET, "/")).isEqualTo("nothing");
        assertThat(tree.methods("/api/v1/things/")).isEmpty();
    }

    @Test
    void an_address_tells_every_method_that_it_knows() {
        has(Route.get("/api/v1/things/{id}", "One"), "one");
        has(Route.patch("/api/v1/things/{other}", "Change"), "change");
        has(Route.post("/api/v1/things/newest", "Another"), "another");

        assertThat(tree.methods("/api/v1/things/newest"))
                .containsExactlyInAnyOrder(Method.GET, Method.PATCH, Method.POST);
        assertThat(tree.methods("/api/v1/things/7")).containsExactlyInAnyOrder(Method.GET, Method.PATCH);
        assertThat(at(Method.DELETE, "/api/v1/things/7")).isEqualTo("nothing");
    }

    @Test
    void two_routes_never_mean_the_same() {
        has(Route.get("/api/v1/things/{id}", "One"), "one");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> has(Route.get("/api/v1/things/{name}", "The same"), "same"));
    }
}
