package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.application.campaign.EditSequence;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A developer makes people up, has them completed, and reaches them on every channel of the twin; what then happens to calls,
 * texts, invitations and letters goes through the whole product. Source: api 4.1.
 */
class TwinChannelsStoryTest {

    /** A Monday in Sydney, eight in the morning. */
    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String HOUSE =
            "{'line1':'12 Example Street','line2':null,'suburb':'Sydney','state':'nsw','postcode':'2000'}";

    @TempDir
    Path folder;

    private House house;
    private Person owner;
    private Person program;
    private ClientId id;
    private String twin;
    private Instant told;

    @Test // api 4.1: delivered, call_ended, connection_accepted; vendors/index 1: a sandbox fake for every vendor in
    // use
    void made_up_people_are_completed_and_reached_on_every_channel() throws Exception {
        try (House opened = House.open(folder, MONDAY)) {
            house = opened;
            twinOf("Northlight");
            ok(owner.put(
                    twin + "/post", "{'enabled':true,'monthly_budget_cents':10000,'return_address':" + HOUSE + "}"));
            Map<TouchKind, String> leads = Map.of(
                    TouchKind.VOICE, lead("voice", Channel.VOICE, TouchKind.VOICE, "+61491570156"),
                    TouchKind.SMS, lead("texts", Channel.SMS, TouchKind.SMS, "+61491570157"),
                    TouchKind.LI_INVITE, lead("invites", Channel.LINKEDIN, TouchKind.LI_INVITE, "+61491570158"),
                    TouchKind.LETTER, lead("letters", Channel.MAIL, TouchKind.LETTER, "+61491570159"),
                    TouchKind.EMAIL, lead("bounce", Channel.EMAIL, TouchKind.EMAIL, "+61491570006"));

            boolean called = rangBy(MONDAY.plus(HOUR.multipliedBy(9)), leads.get(TouchKind.VOICE));
            posted(leads.get(TouchKind.LETTER));
            if (!called) {
                assertThat(rangBy(MONDAY.plus(HOUR.multipliedBy(33)), leads.get(TouchKind.VOICE)))
                        .isTrue();
            }
            house.liveUntil(MONDAY.plus(HOUR.multipliedBy(33)), HOUR.multipliedBy(2), id);

            assertThat(program.all(twin + "/touches?state=sent"))
                    .extracting(touch -> touch.path("touch_kind").asString())
                    .containsExactlyInAnyOrder("voice", "sms", "li_invite", "letter", "email");
            assertThat(actions(leads.get(TouchKind.EMAIL)))
                    .as("as its address says")
                    .contains("bounced");
            arrived(leads.get(TouchKind.LETTER));
            texted(leads.get(TouchKind.SMS));
            invited(leads.get(TouchKind.LI_INVITE));
            assertThat(doubles()).as("nobody was contacted twice").isZero();
            assertThat(house.sandbox().ledger().rows())
                    .as("nor anybody by the vendors of live clients")
                    .isEmpty();
        }
    }

    /** A person lets it go, and it is at its house before the post would have carried it there. */
    private void posted(String lead) {
        List<JsonNode> waiting = owner.all(twin + "/approvals?channel=mail");
        assertThat(waiting).hasSize(1);
        ok(owner.post(twin + "/approvals/" + waiting.getFirst().path("id").asString() + "/approve", "{}"));
        house.liveUntil(MONDAY.plus(HOUR.multipliedBy(25)), HOUR.multipliedBy(8), id);
        soon();
        assertThat(owner.all(twin + "/letters").getFirst().path("state").asString())
                .isEqualTo("queued");

        told = house.now();
        simulated("delivered", lead, "");
    }

    /** The post office calls nobody and is asked every six hours. */
    private void arrived(String lead) {
        JsonNode letter = owner.all(twin + "/letters").getFirst();
        assertThat(letter.path("state").asString()).isEqualTo("delivered");
        assertThat(Instant.parse(letter.path("moved_at").asString()))
                .as("then, and not when the post would have carried it there")
                .isEqualTo(told);
        assertThat(actions(lead)).containsOnlyOnce("delivered");
    }

    private void soon() {
        house.liveUntil(house.now().plus(Duration.ofMinutes(5)), Duration.ofMinutes(5), id);
    }

    private void texted(String lead) {
        simulated("delivered", lead, "");
        house.liveUntil(house.now().plus(HOUR), id);
        assertThat(actions(lead)).containsOnlyOnce("delivered");
    }

    /** Lives until the moment; as soon as somebody is on the telephone, the call ends as it is told to. Whether it did. */
    private boolean rangBy(Instant moment, String lead) {
        while (house.now().isBefore(moment)) {
            house.liveUntil(house.now().plus(HOUR), id);
            if (program.all(twin + "/touches?state=sent").stream()
                    .anyMatch(touch -> touch.path("touch_kind").asString().equals("voice"))) {
                called(lead);
                house.liveUntil(moment, id);
                return true;
            }
        }
        return false;
    }

    private void called(String lead) {
        simulated("call_ended", lead, ",'outcome':'answered','text':'No, thank you. Not interested.'");
        house.liveUntil(house.now().plus(HOUR), id);
        assertThat(actions(lead)).contains("completed", "replied");
        assertThat(program.all(twin + "/replies")).singleElement().satisfies(reply -> {
            assertThat(reply.path("channel").asString()).isEqualTo("voice");
            assertThat(reply.path("intent").asString()).isEqualTo("not_interested");
        });
    }

    private void invited(String lead) {
        simulated("connection_accepted", lead, "");
        house.liveUntil(house.now().plus(HOUR), id);
        assertThat(program.all(twin + "/linkedin/connections"))
                .extracting(one -> one.path("state").asString())
                .containsExactly("accepted");
        assertThat(actions(lead)).contains("connection_accepted");
    }

    private List<String> actions(String lead) {
        return program.all(twin + "/activities?lead_id=" + lead.substring(lead.lastIndexOf('/') + 1)).stream()
                .map(one -> one.path("action").asString())
                .toList();
    }

    private void simulated(String kind, String lead, String more) {
        Answer answer = program.post(
                twin + "/sandbox/simulate",
                "{'kind':'%s','lead_id':'%s'%s}".formatted(kind, lead.substring(lead.lastIndexOf('/') + 1), more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    /** What the ledger of the twin's own world says. */
    private int doubles() throws IOException, InterruptedException {
        String key = house.product().basis().secret().deriveText("twin-sandbox/" + id.text());
        URI ledger = URI.create(
                house.twins().address().orElseThrow() + SandboxHouse.door(id.text(), key) + "/_sandbox/ledger/doubles");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(ledger)
                            .header(SandboxHouse.KEY_HEADER, key)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body()).path("data").size();
        }
    }

    private void twinOf(String name) {
        ClientId live = house.openClient(name);
        owner = house.add("sam@northlight.example", live, Role.OWNER);
        owner.signIn();
        String path = "/api/v1/clients/" + live.text();
        id = new ClientId(UUID.fromString(ok(owner.get(path)).at("/twin_id")));
        twin = "/api/v1/clients/" + id.text();
        Answer made = ok(owner.post(
                path + "/api-keys",
                "{'name':'Tries','mode':'test','scopes':['read','leads:write','campaigns:write','replies:write'],"
                        + "'role_cap':'member'}"));
        program = house.person("program", House.PASSWORD).with(made.at("/secret"));
        Papers.complete(owner, twin);
        house.liveUntil(house.now().plus(HOUR), id);
    }

    /** A lead of whom the developer says who it is, in a campaign that begins on this channel; what is left out is completed. */
    private String lead(String name, Channel channel, TouchKind kind, String phone) {
        String campaign = ok(program.post(
                        twin + "/campaigns",
                        ("{'name':'%s','channel_floors':{'sms':60,'mail':60,'voice':60},"
                                        + "'channel_mix':{'email':20,'sms':20,'linkedin':20,'voice':20,'mail':20}}")
                                .formatted(name)))
                .at("/id");
        if (kind != TouchKind.EMAIL) {
            begins(new CampaignId(UUID.fromString(campaign)), channel, kind);
        }
        Answer added = ok(program.post(
                twin + "/leads",
                ("{'email':'%1$s.okafor@%1$s-lane.example','first_name':'%1$s','last_name':'Okafor','title':'Owner',"
                                + "'company':'%1$s Lane Constructions','phone':'%2$s','campaign_id':'%3$s',"
                                + "'linkedin_url':'https://www.linkedin.com/in/%1$s-okafor-example'}")
                        .formatted(name, phone, campaign)));
        assertThat(added.at("/email_status")).isEqualTo("unknown");
        String lead = twin + "/leads/" + added.at("/id");
        ok(program.post(lead + "/enrich", "{}"));
        house.workOrders();
        assertThat(program.get(lead).at("/email_status")).isEqualTo("verified");
        assertThat(program.get(lead).at("/als/tier")).isIn("hot", "warm");
        if (channel == Channel.SMS || channel == Channel.VOICE) {
            ok(program.post(
                    lead + "/consents",
                    "{'channel':'%s','basis':'express','evidence':'a form','obtained_at':'2026-02-01T00:00:00Z'}"
                            .formatted(channel.wire())));
        }
        ok(owner.put(lead + "/postal-address", "{'address':" + HOUSE + ",'confirmed':false}"));
        Papers.started(owner, twin, campaign);
        return lead;
    }

    private void begins(CampaignId campaign, Channel channel, TouchKind kind) {
        SequenceStep first = new SequenceStep(
                1,
                channel,
                kind,
                0,
                kind == TouchKind.LI_INVITE ? StepPurpose.CONNECT : StepPurpose.INTRO,
                null,
                null,
                null,
                null,
                false,
                true,
                false,
                null,
                SequenceStep.SMART_PROMPT);
        EditSequence.Outcome edited = house.product()
                .campaigns()
                .editSequence()
                .edit(
                        new TenantScope(id, null, Role.OWNER),
                        campaign,
                        1,
                        new EditSequence.Change.Replace(first),
                        Origin.NONE);
        assertThat(edited).isInstanceOf(EditSequence.Outcome.Edited.class);
    }
}
