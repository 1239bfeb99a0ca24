package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.bootstrap.demo.Vendor;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.SecretText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The walk-through of the main job, from sign-in to report, request by request, by a program that knows only the text; and
 * every line of it once as somebody else. Source: api 15.
 */
class WalkThroughTest {

    /** Monday, 2 March 2026, ten in the morning in Sydney. */
    private static final Instant MONDAY = Instant.parse("2026-03-01T23:00:00Z");

    private static final SecretText PASSWORD = new SecretText("correct horse battery");
    private static final String MAILBOX = "ana@northlight-mail.example";
    private static final int FIRST_OF_A_CLIENT = 3;

    @TempDir
    Path folder;

    private final Map<String, String> remembered = new LinkedHashMap<>();
    private House house;
    private ClientId northlight;

    @Test // api 15
    void the_main_job_goes_as_it_is_written() {
        try (House opened = House.open(folder, MONDAY.minus(Duration.ofHours(2)))) {
            house = opened;
            given();
            List<Script.Line> script = Script.read();
            PlainClient ana = new PlainClient(house.address(), remembered);
            for (Script.Line line : script) {
                switch (line) {
                    case Script.Line.Event event -> happens(event);
                    case Script.Line.Request request -> asked(ana, request);
                }
            }
            asSomebodyElse(script);
        }
    }

    /** One warmed mailbox, somebody who signs the mails, and nothing else. */
    private void given() {
        northlight = house.openClient("Northlight");
        house.add("ana@northlight.example", "Ana Petrova", northlight, Role.OWNER, PASSWORD);
        house.add("vic@northlight.example", "Vic Moore", northlight, Role.VIEWER, PASSWORD);
        Person ana = house.person("ana@northlight.example", PASSWORD);
        assertThat(ana.signIn().status()).isEqualTo(200);
        String client = "/api/v1/clients/" + northlight.text();
        String workspace = Vendor.openWorkspace(house.sandbox(), "Northlight", List.of(MAILBOX));
        assertThat(ana.put(
                                client + "/integrations/salesforge",
                                "{'account_ref':'%s','credentials':{'api_key':'%s','warmforge_key':'%s'},'settings':{}}"
                                        .formatted(workspace, Vendor.KEY, Vendor.KEY))
                        .status())
                .isEqualTo(200);
        house.liveUntil(MONDAY.minus(Duration.ofHours(1)));
        assertThat(ana.post(
                                client + "/mailboxes",
                                "{'address':'%s','vendor':'salesforge','authenticated':true,'warmup_started_at':'2026-01-01T00:00:00Z'}"
                                        .formatted(MAILBOX))
                        .status())
                .isEqualTo(201);
        assertThat(ana.post(client + "/personas", "{'first_name':'Ana','last_name':'Petrova'}")
                        .status())
                .isEqualTo(201);
        house.liveUntil(MONDAY);
    }

    private void happens(Script.Line.Event event) {
        switch (event.what()) {
            case "work" -> house.workOrders();
            case "plan" -> house.liveUntil(house.now().plus(Duration.ofHours(1)), northlight);
            case "day" -> house.liveUntil(MONDAY.plus(Duration.ofHours(32)), northlight);
            case "sent" -> assertThat(mails()).hasSize(Integer.parseInt(event.detail()));
            case "reply" -> {
                house.sandbox().setFaults(FaultRule.next(1, FaultKind.WEBHOOK_DOUBLED, "email_replied"));
                house.sandbox().answer("priya@harbourlane.example", ReplyIntent.MEETING_REQUEST, event.detail());
                house.liveUntil(house.now().plus(Duration.ofHours(1)), northlight);
            }
            default -> throw new AssertionError(event);
        }
    }

    private List<String> mails() {
        return house.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.EMAIL)
                .map(LedgerRow::toEmail)
                .toList();
    }

    private void asked(PlainClient ana, Script.Line.Request line) {
        // a token lives for a quarter of an hour, the story for a week
        String token = line.path().startsWith("/auth/") ? "" : token("ana@northlight.example");
        PlainClient.Answer answer = ana.send(line, token);
        String what = line.chapter() + ": " + line.method() + " " + line.path() + " → " + answer.body();
        assertThat(answer.status()).as(what).isEqualTo(line.status());
        assertThat(answer.replayed()).as(what).isEqualTo(line.replayed());
        JsonNode expected = JsonMapper.shared().readTree(line.expected());
        assertThat(Expectation.faults(expected, answer.body(), remembered))
                .as(what)
                .isEmpty();
    }

    private String token(String address) {
        return house.person(address, PASSWORD).signIn().at("/access_token");
    }

    /** Another client's user finds nothing there; a viewer changes nothing. */
    private void asSomebodyElse(List<Script.Line> script) {
        house.add("kim@farfield.example", "Kim Tran", house.openClient("Farfield"), Role.OWNER, PASSWORD);
        String stranger = token("kim@farfield.example");
        String viewer = token("vic@northlight.example");
        PlainClient again = new PlainClient(house.address(), remembered);
        script.stream()
                .filter(Script.Line.Request.class::isInstance)
                .map(Script.Line.Request.class::cast)
                .filter(line -> line.path().startsWith("/clients/") && chapter(line) >= FIRST_OF_A_CLIENT)
                .forEach(line -> {
                    String what = line.method() + " " + line.path();
                    assertThat(again.send(line, stranger).status())
                            .as("a stranger: " + what)
                            .isEqualTo(404);
                    if (line.writes()) {
                        PlainClient.Answer refused = again.send(line, viewer);
                        assertThat(refused.status()).as("a viewer: " + what).isEqualTo(403);
                        assertThat(refused.body().path("code").stringValue()).isEqualTo("role_required");
                    }
                });
    }

    private static int chapter(Script.Line.Request line) {
        return Integer.parseInt(line.chapter().substring(0, line.chapter().indexOf(' ')));
    }
}
