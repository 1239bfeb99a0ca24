package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientSetUpRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 8, 9.2
    void a_client_is_shown_to_every_member_and_changed_by_admins() {
        Answer shown = api.as(Role.VIEWER).get("");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("ETag")).contains("\"v0\"");
        assertThat(shown.at("/plan")).isEqualTo("ignition");
        assertThat(shown.at("/subscription_status")).isEqualTo("trialing");
        assertThat(shown.at("/onboarding_status")).isEqualTo("not_started");
        assertThat(shown.at("/default_permission_mode")).isEqualTo("co_pilot");
        assertThat(shown.json().at("/twin_id").isString()).isTrue();

        String phone = "{'contact_phone':'0491 570 006','timezone':'Australia/Perth'}";
        assertThat(api.as(Role.MEMBER)
                        .with("If-Match", "\"v0\"")
                        .patch("", phone)
                        .status())
                .isEqualTo(403);
        Answer changed = api.as(Role.ADMIN).with("If-Match", "\"v0\"").patch("", phone);
        assertThat(changed.at("/contact_phone")).isEqualTo("+61491570006");
        assertThat(changed.at("/timezone")).isEqualTo("Australia/Perth");
        assertThat(changed.header("ETag")).contains("\"v1\"");
    }

    @Test // api 8, Client: abn, description, data_sharing_consent
    void an_admin_says_what_the_business_does() {
        Caller admin = api.as(Role.ADMIN);
        Answer said = admin.with("If-Match", "\"v0\"")
                .patch(
                        "",
                        "{'abn':'51 824 753 556','description':'Local search.','services':['local search'],"
                                + "'value_proposition':'winning more local patients'}");

        assertThat(said.at("/abn")).isEqualTo("51824753556");
        assertThat(said.at("/description")).isEqualTo("Local search.");
        assertThat(said.at("/services/0")).isEqualTo("local search");
        assertThat(said.at("/value_proposition")).isEqualTo("winning more local patients");
        assertThat(said.json().at("/data_sharing_consent").booleanValue()).isFalse();
        Answer wrong = admin.with("If-Match", "\"v1\"").patch("", "{'abn':'51 824 753 557','services':['a','A']}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("\"pointer\":\"/abn\"").contains("\"pointer\":\"/services/1\"");
    }

    @Test // api 1.3
    void a_client_is_told_everything_that_is_wrong_at_once() {
        Answer answer = api.as(Role.ADMIN)
                .with("If-Match", "\"v0\"")
                .patch("", "{'contact_email':'nobody','contact_phone':'12','website_url':'northlight'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("\"pointer\":\"/contact_email\"")
                .contains("\"pointer\":\"/contact_phone\"")
                .contains("\"pointer\":\"/website_url\"");
    }

    @Test // api 9.2: DELETE C?confirm_name= O E; restore O; nothing goes on meanwhile
    void an_owner_lets_the_client_go_by_its_name_and_takes_it_back() {
        Caller owner = api.as(Role.OWNER);
        Caller seen = owner.with("If-Match", "\"v0\"");

        assertThat(api.as(Role.ADMIN)
                        .with("If-Match", "\"v0\"")
                        .delete("?confirm_name=Northlight")
                        .code())
                .isEqualTo("role_required");
        assertThat(owner.delete("?confirm_name=Northlight").code()).isEqualTo("precondition_required");
        Answer unnamed = seen.delete("");
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.at("/errors/0/pointer")).isEqualTo("query:confirm_name");
        assertThat(seen.delete("?confirm_name=Northlight").status()).isEqualTo(204);

        Answer leaving = owner.get("");
        assertThat(leaving.at("/deletion_scheduled_at")).isEqualTo("2026-03-31T23:00:00.000Z");
        assertThat(leaving.json().at("/outreach_pause/paused").asBoolean()).isTrue();
        assertThat(owner.post("/resume", "{}").code()).isEqualTo("not_eligible");

        Answer back = owner.post("/restore");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.json().at("/deletion_scheduled_at").isNull()).isTrue();
        assertThat(owner.post("/resume", "{}").status()).isEqualTo(200);
    }

    @Test // api 9.2
    void settings_are_changed_by_their_own_tag() {
        Caller admin = api.as(Role.ADMIN);
        assertThat(admin.get("/settings").header("ETag")).contains("\"v0\"");

        Answer changed =
                admin.with("If-Match", "\"v0\"").patch("/settings", "{'seo_mode':'off','open_tracking':false}");

        assertThat(admin.with("If-Match", "\"v1\"")
                        .patch("/settings", "{'test_mode':true,'test_recipients':{'email':'nobody'}}")
                        .status())
                .as("nobody is no address")
                .isEqualTo(422);
        Answer testing = admin.with("If-Match", "\"v1\"")
                .patch(
                        "/settings",
                        "{'ai_disclosure':false,'test_mode':true,'test_recipients':{'email':'sam@northlight.example'}}");
        assertThat(testing.json().at("/test_mode").booleanValue()).isTrue();
        assertThat(testing.json().at("/ai_disclosure").booleanValue()).isFalse();
        assertThat(testing.at("/test_recipients/email")).isEqualTo("sam@northlight.example");
        assertThat(changed.at("/seo_mode")).isEqualTo("off");
        assertThat(changed.json().at("/open_tracking").booleanValue()).isFalse();
        assertThat(changed.json().at("/auto_replenish").booleanValue()).isTrue();
        assertThat(changed.header("ETag")).contains("\"v1\"");
        assertThat(admin.with("If-Match", "\"v0\"")
                        .patch("/settings", "{'seo_mode':'presence'}")
                        .status())
                .isEqualTo(412);

        Answer phoned = admin.with("If-Match", "\"v2\"")
                .patch("/settings", "{'test_recipients':{'phone':'0491 570 156'},'ai_daily_budget_cents':2000}");
        assertThat(phoned.at("/test_recipients/email"))
                .as("a merge patch, RFC 7396")
                .isEqualTo("sam@northlight.example");
        assertThat(phoned.at("/test_recipients/phone")).isEqualTo("+61491570156");
        assertThat(phoned.json().at("/ai_daily_budget_cents").longValue()).isEqualTo(2_000);
        Answer again = admin.with("If-Match", "\"v3\"")
                .patch("/settings", "{'test_recipients':{'email':null},'ai_daily_budget_cents':null}");
        assertThat(again.json().at("/test_recipients/email").isNull()).isTrue();
        assertThat(again.at("/test_recipients/phone")).isEqualTo("+61491570156");
        assertThat(again.json().at("/ai_daily_budget_cents").isNull()).isTrue();
        assertThat(admin.with("If-Match", "\"v4\"")
                        .patch("/settings", "{'ai_daily_budget_cents':100000000}")
                        .text())
                .as("more than any plan allows")
                .contains("/ai_daily_budget_cents");
    }

    @Test // api 9.2: explore, cis_refinement_enabled and mail stand here and where learning and letters are set
    void learning_and_letters_are_settings_like_the_others() {
        Caller admin = api.as(Role.ADMIN);
        String tag = admin.get("/settings").header("ETag").orElseThrow();
        Answer changed = admin.with("If-Match", tag)
                .patch(
                        "/settings",
                        "{'cis_refinement_enabled':false,'explore':{'sends':15},'mail':{'budget_cents':25000}}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/explore").toString())
                .isEqualTo("{\"assignments\":5,\"sends\":15,\"channels\":10,\"sourcing\":20}");
        assertThat(admin.get("/learning-settings")
                        .json()
                        .at("/settings/explore/sends")
                        .intValue())
                .isEqualTo(15);
        assertThat(admin.get("/learning-settings")
                        .json()
                        .at("/settings/refinement")
                        .booleanValue())
                .isFalse();
        assertThat(admin.get("/post").json().at("/monthly_budget_cents").intValue())
                .isEqualTo(25_000);

        Answer refused = admin.with("If-Match", changed.header("ETag").orElseThrow())
                .patch("/settings", "{'explore':{'sourcing':51},'mail':{'enabled':true,'budget_cents':null}}");
        assertThat(refused.text()).contains("/explore/sourcing", "out_of_range");
        assertThat(admin.with("If-Match", changed.header("ETag").orElseThrow())
                        .patch("/settings", "{'mail':{'enabled':true}}")
                        .text())
                .contains("/mail/enabled", "required");
    }

    @Test // api 9.3: draft, ETag "v0", confirm makes it live, afterwards PATCH acts at once
    void a_profile_is_drafted_confirmed_and_changed() {
        Caller admin = api.as(Role.ADMIN);
        Answer empty = admin.get("/icp");
        assertThat(empty.header("ETag")).contains("\"v0\"");
        assertThat(empty.json().at("/industries").isEmpty()).isTrue();
        assertThat(admin.post("/icp/confirm").status()).isEqualTo(422);

        Answer draft = admin.with("If-Match", "\"v0\"")
                .patch(
                        "/icp",
                        "{'industries':['Marketing'],'titles':['Head of Growth'],'company_sizes':['11-50'],"
                                + "'locations':['Australia']}");
        assertThat(draft.at("/source")).isEqualTo("manual");
        assertThat(draft.json().at("/confirmed_at").isNull()).isTrue();
        assertThat(api.as(Role.MEMBER).post("/icp/confirm").status()).isEqualTo(403);
        Answer live = admin.post("/icp/confirm");
        assertThat(live.json().at("/confirmed_at").isString()).isTrue();
        assertThat(admin.post("/icp/confirm").text()).isEqualTo(live.text());
        assertThat(admin.get("").at("/icp_confirmed_at")).isEqualTo(live.at("/confirmed_at"));

        Caller now = admin.with("If-Match", live.header("ETag").orElseThrow());
        assertThat(now.patch("/icp", "{'company_sizes':['50-11']}").at("/errors/0/pointer"))
                .isEqualTo("/company_sizes/0");
        assertThat(now.patch("/icp", "{'titles':['CEO']}").at("/titles/0")).isEqualTo("CEO");
        assertThat(now.patch("/icp", "{'titles':['CFO']}").status()).isEqualTo(412);

        admin.with("If-Match", admin.get("").header("ETag").orElseThrow())
                .patch("", "{'services':['local search'],'description':'An agency.'}");
        Answer shown = admin.get("/icp");
        assertThat(shown.at("/services_offered/0")).isEqualTo("local search");
        assertThat(shown.at("/company_description")).isEqualTo("An agency.");
        assertThat(shown.json().at("/updated_at").isString()).isTrue();
    }

    @Test // api 9.2, scoring RES-8, RES-12
    void a_mailbox_is_connected_by_an_admin_and_shown_with_its_limit_of_today() {
        Caller admin = api.as(Role.ADMIN);
        String warm = "{'address':'sam@mail.northlight.example','vendor':'smtp','authenticated':true,"
                + "'warmup_started_at':'2026-01-01T00:00:00Z'}";

        Answer connected = admin.post("/mailboxes", warm);

        assertThat(connected.status()).isEqualTo(201);
        assertThat(connected.json().at("/daily_limit").intValue()).isEqualTo(50);
        assertThat(connected.json().at("/warmup/done").booleanValue()).isTrue();
        Answer listed = api.as(Role.VIEWER).get("/resources");
        assertThat(listed.at("/items/0/value")).as("its domain").isEqualTo("mail.northlight.example");
        assertThat(listed.at("/items/1/value")).isEqualTo("sam@mail.northlight.example");
        assertThat(listed.at("/items/1/connection_state")).isEqualTo("connected");
        Answer refused = admin.post("/mailboxes", "{'address':'sam@gmail.com','vendor':'smtp','authenticated':true}");
        assertThat(refused.at("/errors/0/code")).isEqualTo("freemail_domain");
        assertThat(api.as(Role.MEMBER).post("/mailboxes", warm).status()).isEqualTo(403);
    }
}
