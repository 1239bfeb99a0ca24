package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shapes, status codes and paging of salesforge.md 2 to 4 and 12. */
class SalesforgeContractTest extends SandboxTest {

    private VendorSandbox sandbox;
    private Agency agency;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        sandbox = sandbox();
        agency = new Agency(sandbox.baseUrl());
        wire = agency.wire;
    }

    @Test // salesforge 2: the key goes raw into Authorization
    void the_core_takes_the_raw_key_only() throws IOException {
        assertThat(wire.get(Agency.CORE + "/me").body().required("accountId")).isEqualTo("acc_sandbox");
        assertThat(wire.authorizedBy("Bearer sandbox-key")
                        .get(Agency.CORE + "/me")
                        .status())
                .isEqualTo(401);
        Wire.Answer refused = wire.authorizedBy("wrong").get(Agency.CORE + "/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().required("message")).isEqualTo("unauthorized");
    }

    @Test // salesforge 2: Warmforge takes the key with or without Bearer
    void warmforge_takes_both_forms() throws IOException {
        String path = "/warmforge/public/v1/workspaces?page=1&page_size=50";
        assertThat(wire.authorizedBy("Bearer sandbox-key").get(path).status()).isEqualTo(200);
        Body answer = wire.get(path).body();
        assertThat(answer.number("totalPages")).hasValue(1);
        assertThat(answer.bodies("workspaces").getFirst().required("name")).isEqualTo("Harbour agency");
    }

    @Test // salesforge S2
    void a_workspace_has_id_account_name_and_slug() throws IOException {
        Body workspace = wire.get(agency.ws).body();
        assertThat(workspace.required("id")).startsWith("wks_");
        assertThat(workspace.required("slug")).isEqualTo("harbour-agency");
        assertThat(wire.post(Agency.CORE + "/workspaces", "name", "x".repeat(101))
                        .status())
                .isEqualTo(400);
        assertThat(wire.get(Agency.CORE + "/workspaces/wks_unknown").status()).isEqualTo(404);
    }

    @Test // salesforge 4.1: upsert by e-mail, first name required
    void a_contact_is_kept_once_per_address_and_its_variables_are_overwritten() throws IOException {
        String first = agency.contact("priya@harbourlane.example");
        Wire.Answer again =
                agency.upsert("PRIYA@harbourlane.example", "Priya", "Harbour Lane", "Founder", "aos1-2", "Second");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().required("id")).isEqualTo(first).startsWith("lead_");
        assertThat(again.body().body("customVars").required("aos_subject")).isEqualTo("Second");
        assertThat(again.body().bodies("sequences")).isEmpty();
        assertThat(wire.post(agency.ws + "/contacts", "email", "a@b.example").status())
                .isEqualTo(400);
        assertThat(wire.post(agency.ws + "/contacts", "firstName", "A").status())
                .isEqualTo(400);
        assertThat(wire.call("POST", agency.ws + "/contacts", "{broken").status())
                .isEqualTo(400);
    }

    @Test // salesforge 2: limit and offset, {data, limit, offset, total}; unknown parameter 400 on contacts
    void contacts_are_paged() throws IOException {
        for (int i = 0; i < 12; i++) {
            agency.contact("lead" + i + "@harbourlane.example");
        }
        Body page = wire.get(agency.ws + "/contacts?offset=10").body();
        assertThat(page.bodies("data")).hasSize(2);
        assertThat(page.number("limit")).hasValue(10);
        assertThat(page.number("offset")).hasValue(10);
        assertThat(page.number("total")).hasValue(12);
        assertThat(wire.get(agency.ws + "/contacts?email=x").status()).isEqualTo(400);
    }

    @Test // salesforge 4.1: an answer shows the key, not the message
    void a_list_of_contacts_shows_their_keys_and_no_messages() throws IOException {
        Body one = agency.upsert(
                        "priya@harbourlane.example", "Priya", "Harbour Lane ".repeat(20), "Founder", "aos1-1", "Idea")
                .body();
        assertThat(one.body("customVars").required("aos_body")).hasSizeGreaterThan(200);
        Body listed = wire.get(agency.ws + "/contacts")
                .body()
                .bodies("data")
                .getFirst()
                .body("customVars");
        assertThat(listed.required("aos_key")).isEqualTo("aos1-1");
        assertThat(listed.text("aos_body")).isEmpty();
    }

    @Test // salesforge 4.3
    void the_do_not_contact_list_counts_what_is_new_and_gives_it_back() throws IOException {
        Wire.Answer added =
                wire.post(agency.ws + "/dnc/bulk", "dncs", List.of("stop@client.example", "competitor.example"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().number("created")).hasValue(2);
        assertThat(wire.post(agency.ws + "/dnc/bulk", "dncs", List.of("STOP@client.example"))
                        .body()
                        .number("created"))
                .hasValue(0);
        List<Body> listed = wire.get(agency.ws + "/dnc").body().bodies("data");
        assertThat(listed).extracting(one -> one.required("type")).containsExactly("email", "domain");
        assertThat(wire.post(agency.ws + "/dnc/bulk/remove", "dncs", List.of("competitor.example"))
                        .status())
                .isEqualTo(204);
        assertThat(wire.get(agency.ws + "/dnc").body().number("total")).hasValue(1);
        assertThat(wire.post(agency.ws + "/dnc/bulk", "dncs", List.of()).status())
                .isEqualTo(400);
    }

    @Test // salesforge 4.2
    void a_mailbox_connects_is_filtered_and_limited() throws IOException {
        assertThat(wire.get(agency.ws + "/mailboxes/" + agency.mailbox).body().required("status"))
                .isEqualTo("pending");
        sandbox.pump(START);
        Body mailbox = wire.get(agency.ws + "/mailboxes?statuses%5B%5D=active&limit=100")
                .body()
                .bodies("data")
                .getFirst();
        assertThat(mailbox.required("address")).isEqualTo("sam@hello-harbour.example");
        assertThat(mailbox.number("dailyEmailLimit")).hasValue(100);
        String one = agency.ws + "/mailboxes/" + agency.mailbox;
        assertThat(wire.patch(one, "dailyEmailLimit", 25).body().number("dailyEmailLimit"))
                .hasValue(25);
        assertThat(wire.patch(one, "dailyEmailLimit", 101).status()).isEqualTo(400);
        assertThat(wire.post(
                                agency.ws + "/mailboxes",
                                "address",
                                "sam@hello-harbour.example",
                                "smtp",
                                Json.object("host", "h"),
                                "imap",
                                Json.object("host", "h"))
                        .status())
                .isEqualTo(409);
        Wire.Answer link = wire.post(
                Agency.CORE + "/mailboxes/oauth-link",
                "provider",
                "google",
                "redirectUrl",
                "http://127.0.0.1:1/back",
                "email",
                "ana@hello-harbour.example");
        assertThat(link.body().required("url")).startsWith(sandbox.baseUrl());
        assertThat(wire.delete(one).status()).isEqualTo(204);
        assertThat(wire.get(one).status()).isEqualTo(404);
    }

    @Test // salesforge 4.4: a draft has a step whose id is reused; activation wants steps, contacts, mailboxes,
    // schedules
    void a_sequence_is_activated_only_when_it_is_whole() throws IOException {
        String id = Agency.created(wire.post(
                agency.ws + "/sequences",
                "name",
                "aos x #1",
                "productId",
                agency.product,
                "language",
                "british_english",
                "timezone",
                "Australia/Sydney"));
        String status = agency.ws + "/sequences/" + id + "/status";
        Body draft = wire.get(agency.ws + "/sequences/" + id).body();
        assertThat(draft.required("status")).isEqualTo("draft");
        assertThat(draft.bodies("steps")).hasSize(1);
        assertThat(wire.put(status, "status", "active").body().required("message"))
                .isEqualTo("sequence has no steps");
        String carrier = agency.carrier(1);
        String carrierStatus = agency.ws + "/sequences/" + carrier + "/status";
        assertThat(wire.put(carrierStatus, "status", "active").body().required("message"))
                .isEqualTo("sequence has no contacts");
        assertThat(agency.enrol(carrier, agency.contact("priya@harbourlane.example"))
                        .status())
                .isEqualTo(204);
        assertThat(wire.put(carrierStatus, "status", "active").status()).isEqualTo(204);
        assertThat(wire.put(agency.ws + "/sequences/" + carrier, "trackingDomainEnabled", false)
                        .status())
                .isEqualTo(400);
        assertThat(wire.put(
                                agency.ws + "/sequences/" + carrier + "/steps",
                                "steps",
                                List.of(Json.object("variants", List.of())))
                        .status())
                .isEqualTo(400);
        assertThat(wire.put(agency.ws + "/sequences/seq_unknown/status", "status", "active")
                        .status())
                .isEqualTo(404);
        assertThat(agency.enrol(carrier, "lead_unknown").status()).isEqualTo(404);
    }

    @Test // salesforge 4.5: import-lead creates and enrols, no body
    void import_lead_creates_and_enrols_in_one_call() throws IOException {
        String carrier = agency.carrier(1);
        Wire.Answer answer = wire.put(
                agency.ws + "/sequences/" + carrier + "/import-lead",
                "firstName",
                "Priya",
                "email",
                "priya@harbourlane.example");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.raw()).isEmpty();
        assertThat(agency.upsert("priya@harbourlane.example", "Priya", "", "", "k", "s")
                        .body()
                        .bodies("sequences"))
                .extracting(one -> one.required("id"))
                .containsExactly(carrier);
        assertThat(wire.get(agency.ws + "/sequences/" + carrier + "/contacts/count")
                        .body()
                        .number("total"))
                .hasValue(1);
    }

    @Test // salesforge 4.7, contract test 31: address path encoded
    void warmforge_knows_the_same_mailbox_and_its_health() throws IOException {
        sandbox.pump(START);
        String workspace = wire.get("/warmforge/public/v1/workspaces")
                .body()
                .bodies("workspaces")
                .getFirst()
                .required("id");
        String path = "/warmforge/public/v1/workspaces/" + workspace + "/mailboxes";
        Body page = wire.get(path + "?page=1&page_size=50&status=warm").body();
        assertThat(page.number("totalPages")).hasValue(1);
        Body mailbox = wire.get(path + "/sam%40hello-harbour.example").body();
        assertThat(mailbox.flag("warm")).isTrue();
        assertThat(mailbox.number("warmupDaysCompleted")).hasValue(31);
        assertThat(mailbox.body("healthReport").body("spf").required("status")).isEqualTo("valid");
        assertThat(wire.get(path + "/sam%40hello-harbour.example/warmup/stats?from=2026-02-20&to=2026-02-26")
                        .body()
                        .bodies("stats"))
                .hasSize(7)
                .allSatisfy(
                        day -> assertThat(day.number("sentCount").orElseThrow()).isBetween(1, 20));
        assertThat(wire.patch(path + "/sam%40hello-harbour.example", "replyRatePercent", 51)
                        .status())
                .isEqualTo(400);
    }

    @Test // salesforge 8: one type per webhook, the secret is shown once
    void a_webhook_shows_its_secret_once() throws IOException {
        Wire.Answer made = wire.post(
                agency.ws + "/integrations/webhooks",
                "name",
                "aos",
                "type",
                "email_sent",
                "url",
                "http://127.0.0.1:1/x",
                "sequenceIds",
                List.of());
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().required("signingSecret")).startsWith("whsec_");
        Body listed = wire.get(agency.ws + "/integrations/webhooks")
                .body()
                .bodies("data")
                .getFirst();
        assertThat(listed.text("signingSecret")).isEmpty();
        String one = agency.ws + "/integrations/webhooks/" + made.body().required("id");
        assertThat(wire.get(one).body().required("type")).isEqualTo("email_sent");
        assertThat(wire.delete(one).status()).isEqualTo(204);
        assertThat(wire.get(one).status()).isEqualTo(404);
        assertThat(wire.post(agency.ws + "/integrations/webhooks", "name", "a", "type", "nonsense", "url", "http://x")
                        .status())
                .isEqualTo(400);
    }

    @Test // salesforge 4.5: sending-data row before and after the sending
    void sending_data_shows_the_plan_and_then_the_fact() throws IOException {
        String carrier = agency.carrier(1);
        String contact = agency.contact(living(sandbox).getFirst(), 1);
        Agency.done(agency.enrol(carrier, contact));
        assertThat(wire.get(agency.ws + "/sending-data").body().bodies("data")).isEmpty();
        agency.activate(carrier);
        Body planned = wire.get(agency.ws + "/sending-data?limit=100&offset=0")
                .body()
                .bodies("data")
                .getFirst();
        assertThat(planned.text("scheduled")).isPresent();
        assertThat(planned.text("sent")).isEmpty();
        sandbox.pump(after(Duration.ofMinutes(3)));
        Body sent = wire.get(agency.ws + "/sending-data").body().bodies("data").getFirst();
        assertThat(sent.text("sent")).isPresent();
        assertThat(sent.required("email")).isEqualTo("sam@hello-harbour.example");
        assertThat(sent.required("contactId")).isEqualTo(contact);
    }
}
