package io.agencyos.adapters.in.rest.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.adapters.in.rest.testing.SetUp;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CampaignRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);
    private Caller admin = api.anonymous();
    private Caller member = api.anonymous();

    @BeforeEach
    void sign_in() {
        admin = api.as(Role.ADMIN);
        member = api.as(Role.MEMBER);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 13, the worked story: identity, profile, mailbox, campaign, consent, activation
    void a_client_goes_from_nothing_to_an_active_campaign() {
        Answer made = member.post("/campaigns", "{'name':'Growth leads'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains(api.path("/campaigns/" + made.at("/id")));
        assertThat(made.at("/status")).isEqualTo("draft");
        assertThat(made.json().at("/permission_mode").isNull()).isTrue();
        assertThat(made.json().at("/channel_mix/email").intValue()).isEqualTo(100);
        assertThat(made.json().at("/sequence_steps_count").intValue()).isEqualTo(3);
        assertThat(made.json().at("/uses_default_sequence").booleanValue()).isTrue();
        String campaign = "/campaigns/" + made.at("/id");

        Answer blocked = member.post(campaign + "/activate");
        assertThat(blocked.status()).isEqualTo(409);
        assertThat(blocked.code()).isEqualTo("activation_blocked");
        assertThat(codes(blocked, "/reasons"))
                .containsExactly(
                        "no_resource_email",
                        "sender_identity_incomplete",
                        "consent_declaration_missing",
                        "icp_not_configured");
        assertThat(blocked.text()).contains("\"missing\":[\"legal_name\",\"contact\",\"website_url\",\"persona\"]");

        SetUp.client(admin);
        assertThat(codes(member.post(campaign + "/activate"), "/reasons"))
                .containsExactly("consent_declaration_missing");
        int version = admin.get(campaign + "/consent-declaration")
                .json()
                .at("/version")
                .intValue();
        String signature = "{'version':" + version + ",'accept':true}";
        assertThat(member.post(campaign + "/consent-declaration", signature).status())
                .isEqualTo(403);
        Answer signed = admin.post(campaign + "/consent-declaration", signature);
        assertThat(signed.status()).isEqualTo(201);
        assertThat(signed.json().at("/signed/version").intValue()).isEqualTo(version);

        Answer active = member.post(campaign + "/activate");
        sharesAreSetTogether(made.at("/id"));
        assertThat(active.status()).isEqualTo(200);
        assertThat(active.at("/status")).isEqualTo("active");
        assertThat(active.json().at("/priority_pct").intValue()).isEqualTo(100);
        assertThat(member.post(campaign + "/activate").text()).isEqualTo(active.text());
    }

    @Test // api 1.3, the example: every error of every member at once
    void a_body_that_is_wrong_in_many_places_is_told_all_of_them() {
        Answer answer = member.post(
                "/campaigns",
                "{'name':' ','channel_mix':{'email':60,'sms':0,'linkedin':30,'voice':0,'mail':0},'work_days':[0,8]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(pointers(answer))
                .containsExactly(
                        "/name blank",
                        "/channel_mix mix_sum",
                        "/work_days/0 out_of_range",
                        "/work_days/1 out_of_range");
        assertThat(answer.json().at("/errors/1/params/sum").asString()).isEqualTo("90");
        assertThat(member.get("/campaigns").json().at("/items").isEmpty()).isTrue();
    }

    @Test // ALS-3, flows 2.3: a size that names no range is refused, never dropped silently
    void a_target_size_that_names_no_range_is_refused() {
        String target = "{'name':'Growth','target':{'industries':[],'titles':[],'locations':[],'company_sizes':";

        assertThat(pointers(member.post("/campaigns", target + "['smb','1,001-5,000','abc']}}")))
                .containsExactly("/target/company_sizes/2 invalid_size_range");
        assertThat(member.post("/campaigns", target + "['mid-market','500+']}}").status())
                .isEqualTo(201);
    }

    @Test // api 1.6, 9.4
    void a_campaign_is_changed_by_whoever_saw_its_last_version() {
        Answer made = member.post("/campaigns", "{'name':'Growth leads','daily_limit':40}");
        String path = "/campaigns/" + made.at("/id");
        assertThat(made.header("ETag")).contains("\"v0\"");

        assertThat(member.patch(path, "{'name':'Spring'}").code()).isEqualTo("precondition_required");
        Answer changed = member.with("If-Match", "\"v0\"").patch(path, "{'name':'Spring','daily_limit':null}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).contains("\"v1\"");
        assertThat(changed.at("/name")).isEqualTo("Spring");
        assertThat(changed.json().at("/daily_limit").isNull()).isTrue();
        Answer late = member.with("If-Match", "\"v0\"").patch(path, "{'name':'Autumn'}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("/current_etag")).isEqualTo("\"v1\"");

        Caller now = member.with("If-Match", "\"v1\"");
        assertThat(now.patch(path, "{'permission_mode':'autopilot'}").code()).isEqualTo("role_required");
        assertThat(admin.with("If-Match", "\"v1\"")
                        .patch(path, "{'permission_mode':'autopilot'}")
                        .at("/permission_mode"))
                .isEqualTo("autopilot");
        Answer closed = member.with("If-Match", "\"v2\"").patch(path, "{'work_hours':{'start':'13:00','end':'17:00'}}");
        assertThat(pointers(closed)).containsExactly("/work_hours empty_send_window");
        assertThat(api.stranger().get(path).status()).isEqualTo(404);
    }

    @Test // api 1.4, 9.4
    void campaigns_are_filtered_searched_sorted_and_paged() {
        for (String name : List.of("Álpha", "beta", "Gamma")) {
            member.post("/campaigns", "{'name':'" + name + "'}");
        }
        assertThat(member.post("/campaigns", "{'name':'BETA'}").code()).isEqualTo("duplicate");

        assertThat(names(member.get("/campaigns?sort=-name"))).containsExactly("Gamma", "beta", "Álpha");
        assertThat(names(member.get("/campaigns?q=alph"))).containsExactly("Álpha");
        assertThat(names(member.get("/campaigns?status=active"))).isEmpty();
        assertThat(member.pages("/campaigns?sort=name&limit=1").stream().flatMap(page -> names(page).stream()))
                .containsExactly("Álpha", "beta", "Gamma");
    }

    @Test // api 9.4, outreach 1.2
    void a_campaign_is_paused_completed_and_deleted() {
        String path = started("Growth leads");

        Answer paused = member.post(path + "/pause", "{'reason':'trade fair'}");
        assertThat(paused.at("/status")).isEqualTo("paused");
        assertThat(paused.at("/pause_origin")).isEqualTo("user");
        assertThat(paused.at("/pause_reason")).isEqualTo("trade fair");
        assertThat(member.post(path + "/complete").at("/status")).isEqualTo("completed");
        assertThat(member.post(path + "/activate").code()).isEqualTo("campaign_terminal");
        String draft =
                "/campaigns/" + member.post("/campaigns", "{'name':'Draft'}").at("/id");
        Answer invalid = member.post(draft + "/pause", "{}");
        assertThat(invalid.code()).isEqualTo("invalid_transition");
        assertThat(invalid.at("/from")).isEqualTo("draft");
        assertThat(invalid.at("/allowed/0")).isEqualTo("active");

        assertThat(member.with("If-Match", "\"v0\"").delete(draft).status()).isEqualTo(403);
        assertThat(admin.with("If-Match", "\"v0\"").delete(draft).status()).isEqualTo(204);
        assertThat(admin.get(draft).status()).isEqualTo(410);
    }

    @Test // api 9.2, outreach 1.5
    void everything_is_stopped_by_a_member_and_goes_on_by_an_admin() {
        String path = started("Growth leads");

        Answer stopped = member.post("/pause", "{'reason':'wrong price'}");
        assertThat(stopped.json().at("/paused").booleanValue()).isTrue();
        assertThat(stopped.json().at("/campaigns_affected").intValue()).isEqualTo(1);
        assertThat(stopped.json().at("/in_flight").intValue()).isZero();
        assertThat(member.post("/pause", "{}").at("/paused_at")).isEqualTo(stopped.at("/paused_at"));
        assertThat(member.get("").at("/outreach_pause/reason")).isEqualTo("wrong price");
        assertThat(member.get(path).at("/pause_origin")).isEqualTo("emergency");

        assertThat(member.post("/resume", "{'reactivate':true}").status()).isEqualTo(403);
        Answer resumed = admin.post("/resume", "{'reactivate':true}");
        assertThat(resumed.json().at("/paused").booleanValue()).isFalse();
        assertThat(resumed.json().at("/campaigns_reactivated").size()).isEqualTo(1);
        assertThat(member.get(path).at("/status")).isEqualTo("active");
    }

    @Test // api 8, 9.4: gaps are set, days are their sums; the tag is that of the whole sequence
    void steps_are_inserted_changed_ordered_and_removed() {
        String path = "/campaigns/"
                + member.post("/campaigns", "{'name':'Growth leads'}").at("/id") + "/sequence";
        Answer first = member.get(path);
        assertThat(first.header("ETag")).contains("\"v1\"");
        assertThat(days(first)).containsExactly(0, 8, 13);
        assertThat(first.json().at("/steps/2/delay_days").intValue()).isEqualTo(5);
        assertThat(first.at("/steps/2/purpose")).isEqualTo("breakup");

        assertThat(at(1).post(path + "/steps", "{'channel':'email','delay_days':4,'skip_if_replied':false}")
                        .at("/errors/0/code"))
                .isEqualTo("always_true");
        assertThat(at(1).patch(path + "/steps/2", "{'skip_if_replied':false}").at("/errors/0/pointer"))
                .isEqualTo("/skip_if_replied");
        Answer inserted = at(1).post(
                        path + "/steps", "{'step_number':2,'channel':'email','delay_days':4,'skip_if_replied':true}");
        assertThat(inserted.status()).isEqualTo(201);
        assertThat(inserted.header("ETag")).contains("\"v2\"");
        assertThat(days(inserted)).containsExactly(0, 4, 12, 17);
        assertThat(inserted.json().at("/uses_default_sequence").booleanValue()).isFalse();
        assertThat(days(at(2).patch(path + "/steps/2", "{'delay_days':6,'body_template':'Hello {{first_name}}'}")))
                .containsExactly(0, 6, 14, 19);
        assertThat(at(3).put(path + "/order", "{'order':[1,3,2,4]}").at("/steps/2/body_template"))
                .isEqualTo("Hello {{first_name}}");
        assertThat(days(at(4).delete(path + "/steps/3"))).containsExactly(0, 6, 11);
        assertThat(days(at(5).post(path + "/reset"))).containsExactly(0, 8, 13);
        assertThat(days(at(6).post(path + "/reset?template=growth"))).containsExactly(0, 4, 11);
        assertThat(days(at(7).post(path + "/reset?template=default"))).containsExactly(0, 8, 13);

        assertThat(at(5).delete(path + "/steps/1").status()).isEqualTo(412);
        assertThat(at(8).delete(path + "/steps/9").status()).isEqualTo(404);
        assertThat(at(8).put(path + "/order", "{'order':[1,1,2]}").status()).isEqualTo(422);
        Answer wrong = at(8).patch(path + "/steps/1", "{'body_template':'Hello'}");
        assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/steps/0/subject_template");
        // outreach 18: an empty body, an unknown channel, a decreasing offset
        Answer empty = at(8).patch(path + "/steps/2", "{'body_template':' '}");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.at("/errors/0/pointer")).isEqualTo("/body_template");
        Answer fax = at(8).patch(path + "/steps/2", "{'channel':'fax'}");
        assertThat(fax.status()).isEqualTo(422);
        assertThat(fax.at("/errors/0/pointer")).isEqualTo("/channel");
        Answer earlier = at(8).patch(path + "/steps/3", "{'delay_days':-1}");
        assertThat(earlier.status()).isEqualTo(422);
        assertThat(earlier.at("/errors/0/pointer")).isEqualTo("/delay_days");
    }

    private Caller at(int version) {
        return member.with("If-Match", "\"v" + version + "\"");
    }

    private String started(String name) {
        SetUp.client(admin);
        return SetUp.campaign(admin, name);
    }

    private static List<String> names(Answer answer) {
        return nodes(answer, "/items").stream()
                .map(item -> item.path("name").stringValue())
                .toList();
    }

    private static List<Integer> days(Answer answer) {
        return nodes(answer, "/steps").stream()
                .map(step -> step.path("day_offset").intValue())
                .toList();
    }

    private static List<String> codes(Answer answer, String list) {
        return nodes(answer, list).stream()
                .map(entry -> entry.path("code").stringValue())
                .toList();
    }

    private static List<String> pointers(Answer answer) {
        return nodes(answer, "/errors").stream()
                .map(error -> error.path("pointer").stringValue() + " "
                        + error.path("code").stringValue())
                .toList();
    }

    private static List<JsonNode> nodes(Answer answer, String pointer) {
        return StreamSupport.stream(answer.json().at(pointer).spliterator(), false)
                .toList();
    }

    @Test // api 1.3: members that do not exist are told with all that the rules refuse
    void unknown_members_are_told_together_with_everything_else() {
        Answer answer = api.as(Role.MEMBER).post("/campaigns", "{'name':'x','daily_limit':-1,'nonsense':3}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"/nonsense\"").contains("\"pointer\":\"/daily_limit\"");
    }

    @Test // api 9.2, 9.4: a reason is nobody's duty
    void a_body_without_required_members_may_be_left_out() {
        Caller admin = api.as(Role.ADMIN);
        SetUp.client(admin);
        String path = SetUp.campaign(admin, "Growth leads");

        Answer paused = admin.post(path + "/pause");

        assertThat(paused.at("/status")).isEqualTo("paused");
        assertThat(admin.post("/pause").json().at("/paused").booleanValue()).isTrue();
        assertThat(admin.post("/resume").status()).isEqualTo(200);
        assertThat(admin.post("/campaigns").status()).as("a name is required").isEqualTo(415);
    }

    /** POOL-10, api 9.4: with one active campaign everything is its own. */
    private void sharesAreSetTogether(String campaign) {
        Answer shares = member.get("/campaign-priorities");
        assertThat(shares.at("/items/0/campaign_id")).isEqualTo(campaign);
        assertThat(shares.json().at("/items/0/priority_pct").intValue()).isEqualTo(100);
        Caller holding = member.with("If-Match", shares.header("ETag").orElseThrow());
        String one = "{'campaign_id':'" + campaign + "','priority_pct':";

        assertThat(holding.put("/campaign-priorities", "{'items':[" + one + "90}]}")
                        .at("/errors/0/code"))
                .isEqualTo("allocation_sum");
        Answer stranger = holding.put(
                "/campaign-priorities",
                "{'items':[" + one + "60},{'campaign_id':'" + UUID.randomUUID() + "','priority_pct':40}]}");
        assertThat(stranger.code()).isEqualTo("campaign_set_mismatch");
        assertThat(stranger.json().at("/extra").size()).isEqualTo(1);
        assertThat(holding.put("/campaign-priorities", "{'items':[" + one + "100}]}")
                        .status())
                .isEqualTo(200);
        assertThat(member.with("If-Match", "\"v1\"")
                        .put("/campaign-priorities", "{'items':[" + one + "100}]}")
                        .code())
                .isEqualTo("version_conflict");
        assertThat(member.post("/campaign-priorities/preview", one + "30}")
                        .json()
                        .at("/items/0/priority_pct")
                        .intValue())
                .isEqualTo(100);
    }

    @Test // POOL-10, scoring 5: with two or more campaigns each share is from 10 to 80, ALLOCATION_RANGE
    void a_share_below_ten_or_above_eighty_is_refused() {
        String first = started("Growth leads").replace("/campaigns/", "");
        String second = SetUp.campaign(admin, "Second").replace("/campaigns/", "");
        Caller holding = member.with(
                "If-Match", member.get("/campaign-priorities").header("ETag").orElseThrow());

        Answer refused = holding.put(
                "/campaign-priorities",
                "{'items':[{'campaign_id':'" + first + "','priority_pct':91},{'campaign_id':'" + second
                        + "','priority_pct':9}]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused))
                .containsExactly("/items/0/priority_pct allocation_range", "/items/1/priority_pct allocation_range");
        assertThat(refused.json().at("/errors/1/params/min").intValue()).isEqualTo(10);
        assertThat(refused.json().at("/errors/1/params/max").intValue()).isEqualTo(80);
    }

    @Test // api 9.4: draft copy with steps, without leads and metrics
    void a_campaign_is_the_pattern_of_another() {
        Answer made = member.post("/campaigns", "{'name':'Growth leads','daily_limit':40}");
        Answer copy = member.post("/campaigns/" + made.at("/id") + "/clone");
        Answer second = member.post("/campaigns/" + made.at("/id") + "/clone");

        assertThat(copy.status()).as(copy.text()).isEqualTo(201);
        assertThat(copy.at("/name")).isEqualTo("Growth leads (copy)");
        assertThat(copy.at("/status")).isEqualTo("draft");
        assertThat(copy.json().at("/daily_limit").intValue()).isEqualTo(40);
        assertThat(second.at("/name")).isEqualTo("Growth leads (copy 2)");
        assertThat(member.get(copy.header("Location").orElseThrow() + "/sequence")
                        .json()
                        .path("steps"))
                .isEqualTo(member.get("/campaigns/" + made.at("/id") + "/sequence")
                        .json()
                        .path("steps"));
        assertThat(api.as(Role.VIEWER)
                        .post("/campaigns/" + made.at("/id") + "/clone")
                        .code())
                .isEqualTo("role_required");
        assertThat(member.post("/campaigns/019baaaa-0000-7000-8000-00000000dead/clone")
                        .status())
                .isEqualTo(404);
    }

    @Test // api 9.19
    void the_sum_of_a_campaign_without_leads_closes_and_a_foreign_campaign_is_not_found() {
        Answer made = member.post("/campaigns", "{'name':'Growth leads'}");
        Answer sum = api.as(Role.VIEWER).get("/campaigns/" + made.at("/id") + "/conservation");
        assertThat(sum.status()).isEqualTo(200);
        assertThat(sum.json().at("/enrolled").longValue()).isZero();
        assertThat(sum.json().at("/pending").isEmpty()).isTrue();
        assertThat(sum.json().at("/balanced").booleanValue()).isTrue();
        assertThat(member.get("/outreach/conservation").json().at("/balanced").booleanValue())
                .isTrue();
        assertThat(member.get("/campaigns/019baaaa-0000-7000-8000-00000000dead/conservation")
                        .status())
                .isEqualTo(404);
    }
}
