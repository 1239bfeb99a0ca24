package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.DocumentClient.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whoever has the OpenAPI document needs nothing else to do the main job. Source: issue 6, a real client. */
class FromTheDocumentTest {

    private static final String PRIYA = "priya@harbourlane.example";

    @TempDir
    Path folder;

    private DocumentClient client;
    private String northlight;

    /** Operations of a client are named after its address. */
    private JsonNode call(String method, String what, DocumentClient.Ask asked) {
        return client.call(method + "_clients_by_client_id" + what, asked.with("client_id", northlight));
    }

    private JsonNode call(String method, String what) {
        return call(method, what, ask());
    }

    @Test // issue 6: sign in, import, score, campaign, approve, replies, meeting, report
    void a_client_made_of_the_document_does_the_main_job() {
        try (House house = House.open(folder, Northlight.MONDAY.minus(Duration.ofHours(2)))) {
            ClientId id = Northlight.in(house);
            client = DocumentClient.of(house.address());
            signIn();
            assertThat(northlight).isEqualTo(id.text());
            setUp();
            String campaign = call("post", "_campaigns", ask().body("{'name':'Growth leads'}"))
                    .path("id")
                    .stringValue();
            String lead = imported(house, campaign);
            started(campaign);

            house.liveUntil(house.now().plus(Duration.ofHours(1)), id);
            approved(campaign);
            Northlight.liveADay(house, id);
            house.sandbox().answer(PRIYA, ReplyIntent.MEETING_REQUEST, "Sure, can we chat Tuesday at 2pm?");
            house.liveUntil(house.now().plus(Duration.ofHours(1)), id);
            signIn();
            answered(lead);
            reported(campaign);
        }
    }

    private void signIn() {
        JsonNode tokens = client.call(
                "post_auth_login",
                ask().body("{'email':'%s','password':'%s'}".formatted(Northlight.ANA, Northlight.PASSWORD.reveal())));
        client.signedInWith(tokens.path("access_token").stringValue());
        northlight = client.call("get_me").at("/memberships/0/client_id").stringValue();
    }

    private void setUp() {
        call(
                "patch",
                "",
                ask().body("{'legal_name':'Northlight Pty Ltd','contact_email':'hello@northlight.example',"
                        + "'website_url':'https://northlight.example'}"));
        call("patch", "_settings", ask().body("{'seo_mode':'off'}"));
        call(
                "patch",
                "_icp",
                ask().body("{'industries':['Marketing'],'titles':['Head of Growth'],'company_sizes':['11-50'],"
                        + "'locations':['Australia']}"));
        call("post", "_icp_confirm");
    }

    private String imported(House house, String campaign) {
        JsonNode job = call(
                "post",
                "_leads_imports",
                ask().file(Script.resource("leads.csv")).body("{'campaign_id':'%s'}".formatted(campaign)));
        house.workOrders();
        JsonNode done =
                call("get", "_jobs_by_id", ask().with("id", job.path("id").stringValue()));
        assertThat(done.at("/result/created").intValue()).as(done.toString()).isEqualTo(2);
        call("post", "_leads_imports", ask().file(Script.resource("found.csv")));
        house.workOrders();
        String lead = call("get", "_leads", ask().with("email", PRIYA))
                .at("/items/0/id")
                .stringValue();
        JsonNode als = call("post", "_leads_by_id_score", ask().with("id", lead));
        assertThat(als.path("score").intValue()).isEqualTo(75);
        return lead;
    }

    private void started(String campaign) {
        JsonNode declaration = call("get", "_campaigns_by_id_consent_declaration", ask().with("id", campaign));
        call(
                "post",
                "_campaigns_by_id_consent_declaration",
                ask().with("id", campaign)
                        .body("{'version':%d,'accept':true}"
                                .formatted(declaration.path("version").intValue())));
        JsonNode started = call("post", "_campaigns_by_id_activate", ask().with("id", campaign));
        assertThat(started.path("status").stringValue()).isEqualTo("active");
    }

    private void approved(String campaign) {
        signIn();
        JsonNode waiting = call("get", "_approvals", ask().with("campaign_id", campaign));
        assertThat(waiting.path("items").isEmpty()).isFalse();
        for (JsonNode item : waiting.path("items")) {
            JsonNode decided = call(
                    "post",
                    "_approvals_by_id_approve",
                    ask().with("id", item.path("id").stringValue()).body("{}"));
            assertThat(decided.path("status").stringValue()).isEqualTo("approved");
        }
    }

    private void answered(String lead) {
        JsonNode replies = call("get", "_replies", ask().with("lead_id", lead));
        assertThat(replies.at("/items/0/intent").stringValue()).isEqualTo("meeting_request");
        call(
                "post",
                "_replies_by_id_handle",
                ask().with("id", replies.at("/items/0/id").stringValue()));
        JsonNode meeting = call(
                "post",
                "_meetings",
                ask().body("{'lead_id':'%s','scheduled_at':'2026-03-10T14:00:00+11:00','type':'discovery'}"
                        .formatted(lead)));
        assertThat(meeting.path("status").stringValue()).isEqualTo("scheduled");
    }

    private void reported(String campaign) {
        JsonNode funnel = call(
                "get",
                "_reports_funnel",
                ask().with("from", "2026-03-01").with("to", "2026-03-31").with("campaign_id", campaign));
        assertThat(funnel.path("steps")
                        .valueStream()
                        .filter(step -> step.path("step").stringValue().equals("meetings"))
                        .map(step -> step.path("count").intValue()))
                .containsExactly(1);
        assertThat(call("get", "_campaigns_by_id_conservation", ask().with("id", campaign))
                        .path("balanced")
                        .booleanValue())
                .isTrue();
    }
}
