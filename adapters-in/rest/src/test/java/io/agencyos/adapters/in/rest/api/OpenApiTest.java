package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 1.9
    void the_document_has_every_route_and_nothing_else() {
        Set<String> routes = new TreeSet<>();
        API.api().routes().forEach(route -> routes.add(route.method().name() + " " + route.path()));
        Set<String> operations = new TreeSet<>();
        JsonNode served = API.anonymous().get("/api/v1/openapi.json").json();
        served.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(operations).isEqualTo(routes).hasSizeGreaterThan(5);
    }

    @Test // api, notation at the top
    void no_address_belongs_to_two_routes() {
        List<String> shapes = API.api().routes().stream()
                .map(route -> route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}"))
                .toList();

        assertThat(shapes).doesNotHaveDuplicates();
    }

    @Test // api 1.9
    void every_example_is_as_its_schema_says() {
        assertThat(API.checks().wrongExamples()).isEmpty();
    }

    @Test // api 1.9
    void every_operation_has_a_tag_a_role_its_problems_and_a_name_of_its_own() {
        List<String> names = API.checks().document().path("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .peek(operation -> {
                    assertThat(operation.at("/tags/0").stringValue())
                            .as(operation.toString())
                            .isNotBlank();
                    assertThat(operation.at("/x-roles/0").stringValue()).isNotBlank();
                    assertThat(operation.path("x-problems").isEmpty()).isFalse();
                })
                .map(operation -> operation.path("operationId").stringValue())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test // api 4: a foreign client is told like one that does not exist
    void every_route_of_a_client_is_not_found_by_a_stranger_and_closed_to_the_anonymous() {
        Caller stranger = API.stranger();
        for (Route<?, ?> route : API.api().routes()) {
            if (route.access() instanceof Access.Member) {
                String path = concrete(route);
                Answer foreign = stranger.send(route.method().name(), path, "application/json", "{}");
                assertThat(foreign.status()).as(route.method() + " " + path).isEqualTo(404);
            }
            if (!(route.access() instanceof Access.Public)) {
                Answer nobody = API.anonymous().send(route.method().name(), concrete(route), "application/json", "{}");
                assertThat(nobody.status()).as(route.path()).isEqualTo(401);
            }
        }
    }

    @Test // api 3
    void a_route_is_closed_below_its_role() {
        Caller viewer = API.as(Role.VIEWER);
        for (Route<?, ?> route : API.api().routes()) {
            if (route.access() instanceof Access.Member(Role least) && least != Role.VIEWER) {
                Answer answer = viewer.send(route.method().name(), concrete(route), "application/json", "{}");
                assertThat(answer.code())
                        .as(route.method() + " " + route.path())
                        .isEqualTo("role_required");
            }
        }
    }

    private static String concrete(Route<?, ?> route) {
        String path = route.path().replace("{client_id}", API.client().text());
        return path.replaceAll("\\{[^}]*}", "019baaaa-0000-7000-8000-00000000000a");
    }
}
