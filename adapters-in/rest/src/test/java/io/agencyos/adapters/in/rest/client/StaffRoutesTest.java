package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaffRoutesTest {

    private static final String USERS = "/api/v1/admin/users";
    private static final String CLIENTS = "/api/v1/admin/clients";

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private String mine(String order) {
        return CLIENTS + "/" + api.client().text() + order;
    }

    @Test // api 3, 4.3, 9.17: P routes are for staff with a second factor; never by key
    void every_route_of_the_platform_is_closed_to_members_keys_and_the_half_signed_in() {
        Caller owner = api.as(Role.OWNER);
        String secret = api.as(Role.OWNER)
                .post("/api-keys", "{'name':'all','scopes':['read','leads:write'],'role_cap':'admin'}")
                .at("/secret");
        Caller key = api.bearer(secret);
        Caller half = api.staffWithoutSecondFactor();
        TreeMap<String, List<Integer>> answers = new TreeMap<>();
        List<Route<?, ?>> platform = api.api().routes().stream()
                .<Route<?, ?>>map(route -> route)
                .filter(route -> route.path().startsWith(Route.P))
                .toList();

        assertThat(platform)
                .hasSizeGreaterThan(40)
                .allSatisfy(route -> assertThat(route.access()).isEqualTo(new Access.PlatformAdmin()));
        for (Route<?, ?> route : platform) {
            String path = route.path().replaceAll("\\{[^}]+}", api.client().text());
            answers.put(
                    route.method() + " " + route.path(),
                    List.of(
                            status(owner, route, path),
                            status(key, route, path),
                            status(api.anonymous(), route, path)));
        }
        assertThat(answers.values()).containsOnly(List.of(403, 403, 401));
    }

    private static int status(Caller caller, Route<?, ?> route, String path) {
        if (route.method() == Method.GET || route.method() == Method.DELETE) {
            return caller.send(route.method().name(), path, "application/json", "")
                    .status();
        }
        return caller.with("If-Match", "\"v1\"")
                .send(route.method().name(), path, "application/json", "{}")
                .status();
    }

    @Test // api 9.17
    void staff_finds_people_and_shuts_one_out_by_the_version_that_was_read() {
        Caller staff = api.staff();
        Caller ann = api.as(Role.MEMBER);
        String email = ann.get("/api/v1/me").at("/email");
        Answer found = staff.get(USERS + "?q=" + email);
        assertThat(found.json().at("/items").size()).as(found.text()).isEqualTo(1);
        assertThat(found.at("/items/0/memberships/0/role")).isEqualTo("member");
        String one = USERS + "/" + found.at("/items/0/id");
        String version = "\"v" + found.json().at("/items/0/version").intValue() + "\"";

        assertThat(staff.patch(one, "{'suspended':true}").status()).isEqualTo(428);
        Answer out = staff.with("If-Match", version).patch(one, "{'suspended':true}");
        assertThat(out.status()).as(out.text()).isEqualTo(200);
        assertThat(ann.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(staff.with("If-Match", version)
                        .patch(one, "{'suspended':false}")
                        .code())
                .isEqualTo("version_conflict");
        assertThat(staff.post(one + "/sessions/revoke").status()).isEqualTo(200);

        String self = staff.get("/api/v1/me").at("/id");
        assertThat(staff.with("If-Match", "\"v0\"")
                        .patch(USERS + "/" + self, "{'is_platform_admin':false}")
                        .code())
                .isEqualTo("not_eligible");
        assertThat(staff.post(USERS + "/" + self + "/sessions/revoke").code()).isEqualTo("not_eligible");
        assertThat(staff.pages(USERS + "?limit=1")).hasSizeGreaterThan(2);
    }

    @Test // api 9.17, 1.5: a client is opened once with its twin, and its owner is invited
    void staff_opens_a_client_and_invites_its_owner() {
        Caller staff = api.staff();

        Answer opened = staff.post(CLIENTS, "{'name':'Southlight','owner_email':'kim@southlight.example'}");

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.json().at("/health/score").intValue()).as("new trial").isEqualTo(50);
        assertThat(opened.at("/twin_id")).isNotEqualTo(opened.at("/id"));
        assertThat(staff.get(CLIENTS + "/" + opened.at("/id")).at("/client/slug"))
                .isEqualTo("southlight");
        assertThat(staff.post(CLIENTS, "{'name':'southlight'}").code()).isEqualTo("duplicate");
        assertThat(staff.post(CLIENTS, "{'name':'Eastlight','owner_email':'nobody'}")
                        .text())
                .contains("/owner_email");
        assertThat(staff.get(CLIENTS + "?q=southlight").json().at("/items").size())
                .isEqualTo(1);
        assertThat(staff.get(CLIENTS + "?sort=-mrr&limit=1").status()).isEqualTo(200);
        assertThat(staff.pages(CLIENTS + "?sort=health&limit=1")).hasSize(2);
        assertThat(staff.get(CLIENTS + "/" + opened.at("/twin_id")).status()).isEqualTo(404);
    }

    @Test // api 9.17: PATCH E
    void staff_changes_how_a_client_is_reached() {
        Caller staff = api.staff();
        String version =
                "\"v" + staff.get(mine("")).json().at("/client/version").intValue() + "\"";

        Answer changed = staff.with("If-Match", version)
                .patch(mine(""), "{'legal_name':'Northlight Pty Ltd','contact_email':'hello@northlight.example'}");

        assertThat(changed.at("/legal_name")).as(changed.text()).isEqualTo("Northlight Pty Ltd");
        assertThat(staff.with("If-Match", version)
                        .patch(mine(""), "{'name':'x'}")
                        .code())
                .isEqualTo("version_conflict");
        assertThat(api.as(Role.ADMIN).get("/audit-events?resource_type=client").text())
                .contains("legal_name");
    }

    @Test // api 9.17; docs/decisions/identity.md: in a suspended client everybody only reads
    void in_a_suspended_client_people_and_programs_only_read() {
        Caller staff = api.staff();
        Caller owner = api.as(Role.OWNER);
        String secret = owner.post("/api-keys", "{'name':'sync','scopes':['read','outreach:pause'],'role_cap':'admin'}")
                .at("/secret");

        Answer suspended = staff.post(mine("/suspend"), "{'reason':'Three invoices unpaid'}");

        assertThat(suspended.at("/suspension/reason")).as(suspended.text()).isEqualTo("Three invoices unpaid");
        assertThat(suspended.json().at("/outreach_pause/paused").booleanValue()).isTrue();
        assertThat(owner.get("").status()).isEqualTo(200);
        assertThat(owner.post("/resume", "{}").code()).isEqualTo("role_required");
        assertThat(owner.post("/pause", "{}").code()).isEqualTo("role_required");
        assertThat(api.bearer(secret).get("").status()).isEqualTo(200);
        assertThat(api.bearer(secret).post("/pause", "{}").code()).isEqualTo("role_required");
        assertThat(staff.post(mine("/resume"), "{}").code()).isEqualTo("invalid_transition");
        assertThat(staff.post(mine("/suspend"), "{'reason':' '}").code()).isEqualTo("validation_failed");

        Answer restored = staff.post(mine("/restore"));
        assertThat(restored.json().at("/suspension").isNull()).isTrue();
        assertThat(restored.json().at("/outreach_pause/paused").booleanValue()).isFalse();
        assertThat(owner.post("/pause", "{}").status()).isEqualTo(200);
        assertThat(staff.post(mine("/resume"), "{}")
                        .json()
                        .at("/outreach_pause/paused")
                        .booleanValue())
                .isFalse();
        assertThat(staff.post(mine("/pause"), "{'reason':'complaints'}").at("/outreach_pause/reason"))
                .isEqualTo("complaints");
    }

    @Test // api 3, web W22: capped at viewer or admin; no message to a lead; audited with both identities; ends on time
    void staff_enters_a_client_only_by_a_support_session_and_sends_nothing_from_it() {
        Caller staff = api.staff();
        assertThat(staff.get("").status()).isEqualTo(404);
        Answer look = staff.post(
                mine("/support-sessions"), "{'reason':'Nothing is sent since Monday','mode':'read_only','minutes':30}");
        assertThat(look.status()).as(look.text()).isEqualTo(201);

        assertThat(staff.get("").status()).isEqualTo(200);
        assertThat(staff.post("/pause", "{}").code()).isEqualTo("role_required");
        assertThat(api.as(Role.ADMIN)
                        .get("/audit-events?resource_type=support_session")
                        .text())
                .contains("GET /api/v1/clients/" + api.client().text(), "support_session.request", "on_behalf_of");
        assertThat(staff.post(mine("/support-sessions"), "{'reason':'Once more, please','mode':'act','minutes':5}")
                        .code())
                .isEqualTo("duplicate");
        String session = look.at("/id");
        assertThat(staff.post("/api/v1/admin/support-sessions/" + session + "/end")
                        .json()
                        .at("/ended_at")
                        .isNull())
                .isFalse();
        assertThat(staff.get("").status()).isEqualTo(404);

        assertThat(staff.post(mine("/support-sessions"), "{'reason':'Sequence is broken','mode':'act','minutes':60}")
                        .status())
                .isEqualTo(201);
        assertThat(staff.post("/pause", "{'reason':'asked to'}").status()).isEqualTo(200);
        assertThat(staff.post("/resume", "{}").code()).isEqualTo("role_required");
        assertThat(staff.post("/api-keys", "{'name':'mine','scopes':['read'],'role_cap':'admin'}")
                        .code())
                .isEqualTo("role_required");
        assertThat(api.as(Role.ADMIN).get("/audit-events?action=outreach.pause").text())
                .contains("'type':'support'".replace('\'', '"'));
        assertThat(api.as(Role.OWNER)
                        .get("")
                        .json()
                        .at("/outreach_pause/paused")
                        .booleanValue())
                .isTrue();
        assertThat(staff.get("/api/v1/admin/support-sessions?client_id="
                                + api.client().text())
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2);
        api.world().clock.advance(Duration.ofMinutes(14));
        assertThat(staff.get("").status()).isEqualTo(200);
        assertThat(staff.post(mine("/support-sessions"), "{'reason':'short','mode':'act','minutes':61}")
                        .text())
                .contains("/reason", "/minutes");
    }

    @Test // api 9.17: maintenance mode; PUT E
    void under_maintenance_clients_wait_and_everything_else_goes_on() {
        Caller staff = api.staff();
        Caller owner = api.as(Role.OWNER);
        assertThat(owner.get("").status()).isEqualTo(200);
        Answer before = staff.get("/api/v1/admin/settings");
        assertThat(before.json().at("/ai_daily_limit_cents").intValue()).isEqualTo(50_000);
        String version = "\"v" + before.json().at("/version").intValue() + "\"";
        String on = "{'ai_daily_limit_cents':60000,'channel_floors':{'voice':70,'sms':85,'mail':90},"
                + "'maintenance_mode':{'enabled':true,'message':'Back at ten.'},"
                + "'free_mail_domains':['www.Letterbox.example']}";

        Answer set = staff.with("If-Match", version).put("/api/v1/admin/settings", on);

        assertThat(set.json().at("/channel_floors/voice").intValue())
                .as(set.text())
                .isEqualTo(70);
        assertThat(set.json().at("/free_mail_domains/0").stringValue()).isEqualTo("letterbox.example");
        Answer closed = owner.get("");
        assertThat(closed.status()).isEqualTo(503);
        assertThat(closed.code()).isEqualTo("maintenance");
        assertThat(closed.text()).contains("Back at ten.");
        assertThat(closed.headers().firstValue("Retry-After")).contains("300");
        assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(api.anonymous().get("/api/v1/health").status()).isEqualTo(200);
        assertThat(staff.get(CLIENTS).status()).isEqualTo(200);
        assertThat(staff.with("If-Match", version)
                        .put("/api/v1/admin/settings", on)
                        .code())
                .isEqualTo("version_conflict");

        String now = "\"v" + set.json().at("/version").intValue() + "\"";
        assertThat(staff.with("If-Match", now)
                        .put("/api/v1/admin/settings", on.replace("60000", "19999"))
                        .text())
                .contains("/ai_daily_limit_cents");
        assertThat(staff.with("If-Match", now)
                        .put("/api/v1/admin/settings", on.replace("www.Letterbox.example", "no domain"))
                        .text())
                .contains("/free_mail_domains/0");
        String withoutDomains =
                on.replace("true", "false").replace(",'free_mail_domains':['www.Letterbox.example']", "");
        Answer open = staff.with("If-Match", now).put("/api/v1/admin/settings", withoutDomains);
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.json().at("/free_mail_domains/0").stringValue()).isEqualTo("letterbox.example");
        assertThat(owner.get("").status()).isEqualTo(200);
        assertThat(staff.get("/api/v1/admin/audit-events?resource_type=platform_setting")
                        .text())
                .contains("maintenance", "voice_floor", "free_mail_domains", "letterbox.example");
    }

    @Test // api 9.17: alert_email, slack_webhook_url; 7: what lets its holder write is not shown
    void staff_names_who_hears_of_alerts_and_nobody_reads_the_whole_address_of_the_chat() {
        Caller staff = api.staff();
        Answer before = staff.get("/api/v1/admin/settings");
        assertThat(before.json().at("/alert_email").isNull()).as(before.text()).isTrue();
        String body = "{'ai_daily_limit_cents':50000,'channel_floors':{'voice':60,'sms':85,'mail':85},"
                + "'maintenance_mode':{'enabled':false},'alert_email':'oncall@agency.example',"
                + "'slack_webhook_url':'https://hooks.chat.example/services/T0/B0/kept-to-us'}";

        Answer set = staff.with("If-Match", version(before)).put("/api/v1/admin/settings", body);

        assertThat(set.json().at("/alert_email").stringValue()).as(set.text()).isEqualTo("oncall@agency.example");
        String shown = set.json().at("/slack_webhook_url").stringValue();
        assertThat(shown).isEqualTo("https://hooks.chat.example/…o-us");
        String asShown = body.replace("https://hooks.chat.example/services/T0/B0/kept-to-us", shown);
        Answer again = staff.with("If-Match", version(set)).put("/api/v1/admin/settings", asShown);
        assertThat(again.json().at("/slack_webhook_url").stringValue()).isEqualTo(shown);
        assertThat(again.json().at("/version").intValue())
                .as("nothing was changed")
                .isEqualTo(set.json().at("/version").intValue());
        for (String inside :
                List.of("http://hooks.chat.example/x", "https://127.0.0.1/x", "https://metadata.internal/x")) {
            assertThat(staff.with("If-Match", version(set))
                            .put(
                                    "/api/v1/admin/settings",
                                    body.replace("https://hooks.chat.example/services/T0/B0/kept-to-us", inside))
                            .text())
                    .as(inside)
                    .contains("/slack_webhook_url");
        }
        assertThat(staff.with("If-Match", version(set))
                        .put("/api/v1/admin/settings", body.replace("oncall@agency.example", "nobody"))
                        .text())
                .contains("/alert_email");
        Answer none = staff.with("If-Match", version(set))
                .put(
                        "/api/v1/admin/settings",
                        body.replace("oncall@agency.example", "")
                                .replace("https://hooks.chat.example/services/T0/B0/kept-to-us", ""));
        assertThat(none.json().at("/alert_email").isNull()).as(none.text()).isTrue();
        assertThat(none.json().at("/slack_webhook_url").isNull()).isTrue();
        assertThat(staff.get("/api/v1/admin/audit-events?resource_type=platform_setting")
                        .text())
                .contains("alert_email", "hooks.chat.example")
                .doesNotContain("kept-to-us");
    }

    private static String version(Answer settings) {
        return "\"v" + settings.json().at("/version").intValue() + "\"";
    }
}
