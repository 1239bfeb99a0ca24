package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The walk-through of the main job, from sign-in to report, request by request, by a program that knows only the text; and
 * every line of it once as somebody else. Source: api 15.
 */
@Order(1) // long: with the first
class WalkThroughTest {

    private static final int FIRST_OF_A_CLIENT = 3;

    @TempDir
    Path folder;

    private final Map<String, String> remembered = new LinkedHashMap<>();
    private House house;
    private ClientId northlight;

    @Test // api 15
    void the_main_job_goes_as_it_is_written() {
        try (House opened = House.open(folder, Northlight.MONDAY.minus(Duration.ofHours(2)))) {
            house = opened;
            northlight = Northlight.in(house);
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

    private void happens(Script.Line.Event event) {
        switch (event.what()) {
            case "work" -> house.workOrders();
            case "plan" -> house.liveUntil(house.now().plus(Duration.ofHours(1)), northlight);
            case "day" -> Northlight.liveADay(house, northlight);
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
        String token = line.path().startsWith("/auth/") ? "" : token(Northlight.ANA);
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
        return house.person(address, Northlight.PASSWORD).signIn().at("/access_token");
    }

    /** Another client's user finds nothing there; a viewer changes nothing. */
    private void asSomebodyElse(List<Script.Line> script) {
        house.add("kim@farfield.example", "Kim Tran", house.openClient("Farfield"), Role.OWNER, Northlight.PASSWORD);
        String stranger = token("kim@farfield.example");
        String viewer = token(Northlight.VIC);
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
