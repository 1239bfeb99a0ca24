package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ApiKeyRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final String EVERYTHING = Arrays.stream(KeyScope.values())
            .map(scope -> "'" + scope.wire() + "'")
            .collect(Collectors.joining(",", "[", "]"));

    private final Caller admin = API.as(Role.ADMIN);

    @AfterAll
    static void stop() {
        API.close();
    }

    private Caller key(String scopes, String mode) {
        Answer made = admin.post(
                "/api-keys", "{'name':'Sync','scopes':%s,'mode':'%s','role_cap':'admin'}".formatted(scopes, mode));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return API.bearer(made.at("/secret"));
    }

    @Test // api 2: with an API key GET /me answers the key and its client
    void a_program_learns_from_its_key_which_client_it_opens() {
        Answer me = key("['read']", "live").get("/api/v1/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("/client/id")).isEqualTo(API.client().text());
        assertThat(me.at("/client/mode")).isEqualTo("live");
        assertThat(me.at("/api_key/scopes/0")).isEqualTo("read");
        assertThat(me.json().path("email").isNull()).isTrue();
    }

    @Test // api 2: the scopes, for every route of the table
    void a_key_with_every_scope_passes_where_a_route_names_one_and_nowhere_else() {
        Caller key = key(EVERYTHING, "live");
        int open = 0;
        for (Route<?, ?> route : API.api().routes()) {
            if (route.access() instanceof Access.Public) {
                continue;
            }
            Answer answer = key.send(route.method().name(), concrete(route), "application/json", "{}");
            if (route.access() instanceof Access.PlatformAdmin) {
                assertThat(answer.code()).as(route.path()).isEqualTo("platform_admin_required");
            } else if (route.scope().isEmpty()) {
                assertThat(answer.code())
                        .as(route.method() + " " + route.path())
                        .isEqualTo("scope_required");
            } else {
                open++;
                assertThat(answer.status())
                        .as(route.method() + " " + route.path())
                        .isNotIn(401, 403, 500);
            }
        }
        assertThat(open).isGreaterThan(60);
    }

    @Test // api 2: a scope opens the writes of its family
    void a_key_without_the_scope_is_told_which_one_it_needs() {
        Caller reader = key("['read']", "live");

        assertThat(reader.get("/campaigns").status()).isEqualTo(200);
        Answer refused = reader.post("/campaigns", "{'name':'Mine'}");
        assertThat(refused.code()).isEqualTo("scope_required");
        assertThat(refused.at("/required")).isEqualTo("campaigns:write");
        assertThat(refused.at("/actual/0")).isEqualTo("read");
        assertThat(key("['campaigns:write']", "live").get("/campaigns").code()).isEqualTo("scope_required");
    }

    @Test // api 2, 4.1: test keys act only on the twin
    void a_test_key_is_told_404_for_the_live_client_and_a_live_one_for_the_twin() {
        String twin = admin.get("").at("/twin_id");
        Caller test = key("['read','campaigns:write']", "test");
        Caller live = key("['read']", "live");

        assertThat(test.get("/campaigns").status()).isEqualTo(404);
        assertThat(live.get("/api/v1/clients/" + twin + "/campaigns").status()).isEqualTo(404);
        assertThat(test.get("/api/v1/me").at("/client/id")).isEqualTo(twin);
        Answer made = test.post("/api/v1/clients/" + twin + "/campaigns", "{'name':'Tried'}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(live.get("/campaigns").text()).doesNotContain("Tried");
        Answer listed = API.as(Role.OWNER).get("/api/v1/clients/" + twin + "/api-keys");
        assertThat(listed.json().path("items")).as("kept at the live client").isEmpty();
    }

    @Test // api 1.5, 2: a lost answer does not cost a key
    void the_secret_is_told_again_to_the_same_order_and_kept_encrypted() {
        Caller once = admin.with("Idempotency-Key", "the-one");
        Answer first = once.post("/api-keys", "{'name':'Once','scopes':['read']}");
        Answer again = once.post("/api-keys", "{'name':'Once','scopes':['read']}");

        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.at("/secret")).isEqualTo(first.at("/secret")).startsWith("aos_live_");
        assertThat(API.world().idempotency.everything()).doesNotContain(first.at("/secret"));
        assertThat(admin.get("/api-keys").text()).doesNotContain(first.at("/secret"));
    }

    @Test // api 9.21: is_active
    void keys_are_listed_by_whether_they_have_run_out() {
        ApiUnderTest own = ApiUnderTest.with(AllRoutes::on);
        try {
            Caller maker = own.as(Role.ADMIN);
            String soon = own.world().clock.now().plusSeconds(120).toString();
            maker.post("/api-keys", "{'name':'Long','scopes':['read']}");
            maker.post("/api-keys", "{'name':'Short','scopes':['read'],'expires_at':'" + soon + "'}");
            assertThat(maker.get("/api-keys?is_active=true").json().at("/items"))
                    .hasSize(2);

            own.world().clock.advance(Duration.ofMinutes(3));

            assertThat(maker.get("/api-keys").json().at("/items")).hasSize(2);
            assertThat(maker.get("/api-keys?is_active=true").at("/items/0/name"))
                    .isEqualTo("Long");
            assertThat(maker.get("/api-keys?is_active=false").at("/items/0/name"))
                    .isEqualTo("Short");
            assertThat(maker.get("/api-keys?is_active=false").json().at("/items"))
                    .hasSize(1);
        } finally {
            own.close();
        }
    }

    @Test // api 2
    void a_revoked_key_is_nobody_at_once_and_a_bad_wish_is_told() {
        Answer made = admin.post("/api-keys", "{'name':'Short','scopes':['read']}");
        Caller key = API.bearer(made.at("/secret"));
        assertThat(key.get("/campaigns").status()).isEqualTo(200);

        assertThat(admin.delete("/api-keys/" + made.at("/key/id")).status()).isEqualTo(204);

        assertThat(key.get("/campaigns").code()).isEqualTo("token_invalid");
        assertThat(admin.delete("/api-keys/" + made.at("/key/id")).status()).isEqualTo(404);
        Answer bad = admin.post(
                "/api-keys",
                "{'name':'x','scopes':[],'role_cap':'owner','allowed_cidrs':['10.0.0.0/33'],'mode':'dry'}");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text()).contains("/scopes", "/mode");
        assertThat(admin.post("/api-keys", "{'name':'x','scopes':['read'],'role_cap':'owner'}")
                        .text())
                .contains("/role_cap", "unknown_word", "[\"viewer\",\"member\",\"admin\"]");
        assertThat(admin.post("/api-keys", "{'name':'x','scopes':['read'],'allowed_cidrs':['10.0.0.0/33']}")
                        .text())
                .contains("/allowed_cidrs/0", "invalid_cidr");
    }

    @Test // api 6: actor api_key
    void what_a_program_did_stands_in_the_log_under_its_key() {
        Caller key = key("['campaigns:write']", "live");
        key.post("/campaigns", "{'name':'By program'}");

        Answer log = admin.get("/audit-events?resource_type=campaign&action=create");

        assertThat(log.at("/items/0/actor/type")).isEqualTo("api_key");
        assertThat(API.as(Role.MEMBER).get("/audit-events").code()).isEqualTo("role_required");
        assertThat(key.get("/audit-events").code()).isEqualTo("scope_required");
    }

    @Test // api 3, 9.2
    void members_are_changed_by_version_and_invited_with_a_link_that_is_shown_once() {
        Caller owner = API.as(Role.OWNER);
        Answer invited = owner.post("/invitations", "{'email':'kim@agency.example','role':'viewer'}");
        assertThat(invited.status()).isEqualTo(201);
        Answer again = owner.post("/invitations", "{'email':'kim@agency.example','role':'viewer'}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("token").isNull()).isTrue();
        Answer joined = API.anonymous()
                .post(
                        "/api/v1/auth/invitations/" + invited.at("/token") + "/signup",
                        "{'full_name':'Kim Ng','password':'correct horse battery staple','accept_terms':true}");
        assertThat(joined.at("/role")).as(joined.text()).isEqualTo("viewer");

        String kim = owner.get("/members?limit=100").json().path("items").values().stream()
                .filter(member -> member.path("email").stringValue().equals("kim@agency.example"))
                .map(member -> member.path("id").stringValue())
                .findFirst()
                .orElseThrow();
        assertThat(owner.patch("/members/" + kim, "{'role':'member'}").code()).isEqualTo("precondition_required");
        Answer changed = owner.with("If-Match", "\"v0\"").patch("/members/" + kim, "{'role':'member'}");
        assertThat(changed.at("/role")).as(changed.text()).isEqualTo("member");
        assertThat(owner.with("If-Match", "\"v0\"")
                        .patch("/members/" + kim, "{'role':'admin'}")
                        .code())
                .isEqualTo("version_conflict");
        assertThat(owner.delete("/members/" + kim).status()).isEqualTo(204);
        assertThat(owner.delete("/members/" + kim).status()).isEqualTo(404);
    }

    private static String concrete(Route<?, ?> route) {
        String path = route.path().replace("{client_id}", API.client().text());
        String query = route.method() == Method.GET ? "?limit=1" : "";
        return path.replaceAll("\\{[^}]*}", "019baaaa-0000-7000-8000-00000000000a") + (route.isList() ? query : "");
    }
}
