package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.platform.webhook.Receiver;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WebhookRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final Caller ADMIN = API.as(Role.ADMIN);

    @AfterAll
    static void stop() {
        API.close();
    }

    private static Answer made(String name, String events) {
        Answer made = ADMIN.post(
                "/webhook-endpoints",
                "{'name':'%s','url':'https://hooks.agency.example/in','events':%s,'headers':{'Authorization':'Bearer x'}}"
                        .formatted(name, events));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    @Test // api 9.18
    void an_endpoint_is_made_with_a_secret_that_is_shown_once() {
        Answer made = made("Once", "['meeting.booked']");
        String path = "/webhook-endpoints/" + made.at("/endpoint/id");

        assertThat(made.at("/secret")).startsWith("whsec_");
        assertThat(made.header("ETag")).contains("\"v1\"");
        Answer shown = ADMIN.get(path);
        assertThat(shown.text()).doesNotContain(made.at("/secret"), "Bearer x");
        assertThat(shown.at("/last4"))
                .isEqualTo(made.at("/secret").substring(made.at("/secret").length() - 4));
        assertThat(shown.at("/headers/Authorization")).isEqualTo("***");
        Answer rotated = ADMIN.post(path + "/rotate-secret");
        assertThat(rotated.at("/secret")).startsWith("whsec_").isNotEqualTo(made.at("/secret"));
        assertThat(ADMIN.post("/webhook-endpoints", "{'name':'Once','url':'https://agency.example','events':['*']}")
                        .code())
                .isEqualTo("duplicate");
    }

    @Test // api 9.18: sends webhook.test, answers the attempt's result
    void a_test_tells_what_the_receiver_answered() {
        String path = "/webhook-endpoints/" + made("Tried", "['*']").at("/endpoint/id");
        API.world().receiver.answers(request -> Receiver.status(503));
        Answer refused = ADMIN.post(path + "/test");
        API.world().receiver.answers(request -> Receiver.status(204));
        Answer taken = ADMIN.post(path + "/test");

        assertThat(refused.at("/tried/0/status")).as(refused.text()).isEqualTo("503");
        assertThat(refused.at("/delivery/status")).as("not tried again").isEqualTo("failed");
        assertThat(taken.at("/delivery/status")).isEqualTo("succeeded");
        assertThat(taken.at("/request_body")).contains("webhook.test", taken.at("/delivery/event_id"));
        assertThat(ADMIN.get(path + "/deliveries?status=failed").json().path("items"))
                .hasSize(1);
        String did = refused.at("/delivery/id");
        assertThat(ADMIN.get(path + "/deliveries/" + did).at("/tried/0/number")).isEqualTo("1");
        Answer again = ADMIN.post(path + "/deliveries/" + did + "/redeliver");
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.at("/event_id")).isEqualTo(refused.at("/delivery/event_id"));
        assertThat(ADMIN.post(path + "/redeliveries", "{'since':'2026-01-01T00:00:00Z'}")
                        .status())
                .isEqualTo(200);
        assertThat(API.stranger().get(path + "/deliveries").status()).isEqualTo(404);
    }

    @Test // a change of state becomes an event, a delivery, a request
    void what_is_done_by_the_api_arrives_at_the_receiver() {
        made("Campaigns", "['outreach.paused']");
        ADMIN.post("/pause", "{'reason':'trade fair'}");

        API.world().webhooks.deliver().run(200);

        assertThat(API.world().receiver.taken())
                .anyMatch(request -> request.body().contains("\"type\":\"outreach.paused\""));
        ADMIN.post("/resume", "{}");
    }

    @Test // api 1.6, 11.3
    void a_change_needs_the_version_and_a_bad_wish_is_told_whole() {
        Answer made = made("Changed", "['deal.won']");
        String path = "/webhook-endpoints/" + made.at("/endpoint/id");

        assertThat(ADMIN.patch(path, "{'is_active':false}").code()).isEqualTo("precondition_required");
        Answer off =
                ADMIN.with("If-Match", "\"v1\"").patch(path, "{'is_active':false,'events':['*'],'timeout_ms':2000}");
        assertThat(off.at("/is_active")).as(off.text()).isEqualTo("false");
        assertThat(off.at("/events/0")).isEqualTo("*");
        assertThat(off.at("/timeout_ms")).isEqualTo("2000");
        assertThat(ADMIN.get("/webhook-endpoints").text()).doesNotContain("Changed");
        assertThat(ADMIN.get("/webhook-endpoints?include_inactive=true").text()).contains("Changed");
        Answer bad = ADMIN.post(
                "/webhook-endpoints",
                "{'name':'Bad','url':'https://10.0.0.1/','events':['nothing.such'],'headers':{'Host':'x','webhook-id':'y'},"
                    + "'secret':'whsec_short'}");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text()).contains("/url", "/events/0", "/headers/Host", "/headers/webhook-id", "/secret");
        assertThat(ADMIN.with("If-Match", "\"v2\"").delete(path).status()).isEqualTo(204);
        assertThat(ADMIN.get(path).status()).isEqualTo(410);
    }

    @Test // api 9.18: catalogue with example payloads
    void every_event_that_can_be_sent_has_an_example() {
        Answer types = API.as(Role.VIEWER).get("/webhook-event-types");

        assertThat(types.json().path("items")).hasSize(29);
        assertThat(types.at("/items/0/example")).startsWith("{\"id\":\"evt_");
    }
}
