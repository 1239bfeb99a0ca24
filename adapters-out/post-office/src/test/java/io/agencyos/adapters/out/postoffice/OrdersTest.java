package io.agencyos.adapters.out.postoffice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.vendorhttp.StubServer;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSenderContract;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The wire, row by row of vendors/direct-mail 7. */
class OrdersTest {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    private static final String LETTERS = "/v1/letters";
    private static final String PIECES = "/v1/pieces";

    private static final class Stubs extends StubServer {

        final PostOffice office;

        Stubs() {
            super(Instant.parse("2026-09-01T22:15:00Z"));
            office = new PostOffice(
                    client -> Optional.of(new PostOfficeAccount(client, new SecretText("po-key-77af"))),
                    PostOfficeSettings.at(base()).unpaced().withReadTimeout(Duration.ofMillis(1_500)),
                    http);
            on("POST", LETTERS + "/price", "{\"cents\":250}");
        }
    }

    private final Stubs vendor = new Stubs();
    private final PostCommand letter = PostSenderContract.letter(CLIENT, "a plan");

    @AfterEach
    void stop() {
        vendor.close();
    }

    private String piece(String id, String createdAt) {
        return "{\"id\":\"" + id + "\",\"status\":\"ready\",\"createdAt\":\"" + createdAt
                + "\",\"metadata\":{\"touch\":\"" + letter.idempotencyKey() + "\"}}";
    }

    @Test // row 2
    void an_order_carries_our_key_three_times_and_a_border_towns_word() {
        vendor.on("POST", LETTERS, 201, piece("piece_1", "2026-09-01T22:15:00Z"));
        assertThat(vendor.office.sender().send(letter)).isEqualTo(new SendOutcome.Accepted("piece_1"));
        assertThat(vendor.asked("POST", LETTERS)).singleElement().satisfies(request -> {
            assertThat(request.getHeader("Idempotency-Key")).isEqualTo(letter.idempotencyKey());
            assertThat(request.getHeader("x-api-key")).isEqualTo("po-key-77af");
            assertThat(request.getBodyAsString())
                    .contains(
                            "\"description\":\"" + letter.idempotencyKey() + "\"",
                            "\"metadata\":{\"touch\":\"" + letter.idempotencyKey() + "\"}",
                            "\"country\":\"AU\"",
                            "\"html\":\"")
                    .doesNotContain("\"pdf\":\"");
        });
    }

    @Test // row 3: two orders found → one deleted
    void of_two_orders_under_one_key_the_later_one_is_taken_back() {
        vendor.on(
                "GET",
                PIECES,
                "{\"totalCount\":2,\"data\":[" + piece("piece_2", "2026-09-01T22:20:00Z") + ","
                        + piece("piece_1", "2026-09-01T22:15:00Z") + "]}");
        vendor.on("DELETE", PIECES + "/piece_2", "{}");

        assertThat(vendor.office.sender().lookup(letter, vendor.clock.now()))
                .isEqualTo(new LookupOutcome.Found("piece_1", Instant.parse("2026-09-01T22:15:00Z")));
        assertThat(vendor.asked("DELETE", PIECES + "/piece_2")).hasSize(1);
        assertThat(vendor.asked("DELETE", PIECES + "/piece_1")).isEmpty();
    }

    @Test // row 3, direct-mail 4: 429 and 503 are not accepted; other 5xx nobody knows
    void a_closed_office_took_nothing_and_a_broken_one_may_have() {
        vendor.on("POST", LETTERS, 503, "{}");
        assertThat(vendor.office.sender().send(letter)).isInstanceOf(SendOutcome.NotAccepted.class);
        vendor.on("POST", LETTERS, 502, "{}");
        assertThat(vendor.office.sender().send(letter)).isInstanceOf(SendOutcome.Ambiguous.class);
        vendor.on("POST", LETTERS, aResponse().withFixedDelay(3_000).withBody("{}"));
        assertThat(vendor.office.sender().send(letter)).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(vendor.asked("POST", LETTERS)).as("one each").hasSize(3);
    }

    @Test // row 1: the field that the office names, so that a wrong house closes the house
    void a_refusal_names_its_field() {
        vendor.on("POST", LETTERS, 422, "{\"message\":\"no such house\",\"field\":\"to\"}");
        assertThat(vendor.office.sender().send(letter))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        refused -> assertThat(refused.failure())
                                .isInstanceOfSatisfying(
                                        VendorFailure.Invalid.class,
                                        invalid -> assertThat(invalid.field()).isEqualTo("to")));
    }

    @Test // vendors/index 5: an answer without what was asked for is no answer
    void a_price_that_is_none_orders_nothing() {
        vendor.on("POST", LETTERS + "/price", "{\"total\":\"cheap\"}");
        assertThat(vendor.office.sender().send(letter)).isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(vendor.asked("POST", LETTERS)).isEmpty();
    }

    @Test
    void a_postcard_has_two_sides() {
        vendor.on("POST", "/v1/postcards/price", "{\"cents\":150}");
        vendor.on("POST", "/v1/postcards", 201, "{\"id\":\"piece_7\"}");
        PostCommand card = new PostCommand(
                CLIENT,
                letter.touchId(),
                letter.idempotencyKey(),
                letter.to(),
                false,
                letter.from(),
                new PostCommand.Piece.Postcard(
                        URI.create("https://files.example/front.pdf"), URI.create("https://files.example/back.pdf")),
                150);
        assertThat(vendor.office.sender().send(card)).isEqualTo(new SendOutcome.Accepted("piece_7"));
        assertThat(vendor.asked("POST", "/v1/postcards").getFirst().getBodyAsString())
                .contains(
                        "\"front\":\"https://files.example/front.pdf\"", "\"back\":\"https://files.example/back.pdf\"");
    }

    @Test
    void the_account_is_known_by_its_name_and_pushes_nothing() {
        vendor.on("GET", "/v1/account", "{\"name\":\"Northlight letters\"}");
        VendorAccount stored = new VendorAccount(
                CLIENT, PostOffice.VENDOR, "ours", null, Map.of(), Map.of("api_key", new SecretText("po-key-77af")));
        assertThat(vendor.office.connector().test(stored)).isEqualTo(Result.ok("Northlight letters"));
        assertThat(vendor.office
                        .connector()
                        .registerHooks(stored, id -> URI.create("https://app.agency.example/" + id), () -> "h1")
                        .orElseThrow())
                .isEmpty();
    }
}
