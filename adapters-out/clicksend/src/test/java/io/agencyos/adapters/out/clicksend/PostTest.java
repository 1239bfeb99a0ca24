package io.agencyos.adapters.out.clicksend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostCommand.Paper;
import io.agencyos.application.outreach.channel.PostCommand.Piece;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.outreach.PostalAddress.State;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters and postcards of old accounts. clicksend 9; vendors/direct-mail 3, 7. */
class PostTest {

    private static final String BACK = "/v3/post/return-addresses";
    private static final String UPLOAD = "/v3/uploads";
    private static final String PRICE = "/v3/post/letters/price";
    private static final String SEND = "/v3/post/letters/send";
    private static final String LETTERS = "/v3/post/letters/history";
    private static final String CARDS = "/v3/post/postcards/history";
    private static final Instant TAKEN = Instant.parse("2026-09-01T22:15:00Z");

    private static final PostalAddress MIA =
            new PostalAddress("Mia Chen", null, "12 Pitt St", null, "Sydney", State.NSW, "2000");
    private static final PostalAddress OURS =
            new PostalAddress(null, "Bright Agency", "PO Box 9", null, "Melbourne", State.VIC, "3001");

    private final Stubs vendor = new Stubs();

    @BeforeEach
    void open() {
        vendor.on("GET", BACK, Stubs.page(1, ""));
        vendor.on("POST", BACK, "{\"http_code\":200,\"data\":{\"return_address_id\":5}}");
        vendor.on("POST", UPLOAD, "{\"http_code\":200,\"data\":{\"_url\":\"https://files.example/up/1\"}}");
        price(PRICE, "2.5000");
        vendor.on("POST", SEND, sent(recipient(Stubs.OUR_KEY, "SUCCESS")));
        vendor.on("GET", CARDS, Stubs.page(1, ""));
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    private void price(String path, String total) {
        vendor.on("POST", path, "{\"http_code\":200,\"data\":{\"total_price\":\"" + total + "\",\"recipients\":[]}}");
    }

    private static String sent(String recipients) {
        return "{\"http_code\":200,\"response_code\":\"SUCCESS\",\"data\":{\"total_price\":2.5,\"queued_count\":1,\"recipients\":["
                + recipients + "],\"_currency\":{\"currency_name_short\":\"AUD\"}}}";
    }

    private static String recipient(String key, String status) {
        return "{\"address_name\":\"Mia Chen\",\"custom_string\":\"" + key + "\",\"status\":\"" + status
                + "\",\"date_added\":" + TAKEN.getEpochSecond() + ",\"new_field\":1}";
    }

    private static PostCommand piece(PostalAddress to, Piece piece) {
        return new PostCommand(Stubs.CLIENT, new TouchId(new UUID(0, 7)), Stubs.OUR_KEY, to, false, OURS, piece, 250);
    }

    private static PostCommand letter(Paper paper) {
        return piece(MIA, new Piece.Letter(paper, true, false, false));
    }

    private static PostCommand pdf() {
        return letter(new Paper.Pdf(URI.create("https://app.agency.example/p/1.pdf")));
    }

    private static PostCommand page() {
        return letter(new Paper.Page("<p>Dear Mia</p>"));
    }

    private PostSender post() {
        return vendor.clicksend.post();
    }

    @Test // row 32; direct-mail 3: one piece a call, our own layout, our key
    void a_letter_is_sent_as_the_vendor_writes_it() {
        assertThat(post().send(pdf())).isEqualTo(new SendOutcome.Accepted(Stubs.OUR_KEY));
        assertThat(vendor.asked("POST", SEND))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .isEqualTo(
                                "{\"file_url\":\"https://app.agency.example/p/1.pdf\",\"priority_post\":0,\"template_used\":0,\"duplex\":0,\"colour\":1,\"source\":\"agency-os\",\"recipients\":[{\"address_name\":\"Mia"
                                    + " Chen\",\"address_line_1\":\"12 Pitt"
                                    + " St\",\"address_city\":\"Sydney\",\"address_state\":\"NSW\","
                                    + "\"address_postal_code\":\"2000\",\"address_country\":\"AU\",\"return_address_id\":5,\"schedule\":0,"
                                    + "\"custom_string\":\"" + Stubs.OUR_KEY + "\"}]}"));
        assertThat(vendor.asked("POST", UPLOAD))
                .as("our own address needs no upload")
                .isEmpty();
    }

    @Test // clicksend 9 C17
    void a_postcard_has_two_files() {
        price("/v3/post/postcards/price", "1.5");
        vendor.on("POST", "/v3/post/postcards/send", sent(recipient(Stubs.OUR_KEY, "SUCCESS")));
        PostCommand card = piece(
                MIA,
                new Piece.Postcard(
                        URI.create("https://files.example/front.pdf"), URI.create("https://files.example/back.pdf")));
        assertThat(post().send(card)).isEqualTo(new SendOutcome.Accepted(Stubs.OUR_KEY));
        assertThat(vendor.asked("POST", "/v3/post/postcards/send").getFirst().getBodyAsString())
                .contains("\"file_urls\":[\"https://files.example/front.pdf\",\"https://files.example/back.pdf\"]")
                .doesNotContain("file_url\"", "duplex");
    }

    @Test // a company stands on the envelope beside the person
    void an_envelope_has_the_company_before_the_street() {
        post().send(piece(
                new PostalAddress("Mia Chen", "Acme Digital", "12 Pitt St", "Level 3", "Sydney", State.NSW, "2000"),
                pdf().piece()));
        assertThat(vendor.asked("POST", SEND).getFirst().getBodyAsString())
                .contains("\"address_line_1\":\"Acme Digital\"", "\"address_line_2\":\"12 Pitt St, Level 3\"");
    }

    @ParameterizedTest // row 32; direct-mail 7 row 7: Unauthorized(PLAN), told in words; nothing is sent
    @ValueSource(ints = {403, 404})
    void an_account_without_post_says_so(int status) {
        vendor.on("POST", PRICE, status, "{\"response_code\":\"FORBIDDEN\",\"response_msg\":\"no\",\"data\":null}");
        assertThat(post().send(pdf()))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        refused -> assertThat(refused.failure())
                                .isInstanceOfSatisfying(VendorFailure.Unauthorized.class, failure -> {
                                    assertThat(failure.details().vendorCode()).isEqualTo("PLAN");
                                    assertThat(failure.details().message()).isEqualTo(ClickSendPost.NO_POST);
                                }));
        assertThat(vendor.asked("POST", SEND)).isEmpty();
    }

    @Test // row 33, clicksend 9 C15: uploaded files expire ten minutes later
    void a_page_is_uploaded_again_when_the_vendor_has_forgotten_it() {
        assertThat(post().quote(page()).orElseThrow()).isEqualTo(250);
        vendor.clock.advance(Duration.ofMinutes(5));
        assertThat(post().quote(page()).orElseThrow()).isEqualTo(250);
        assertThat(vendor.asked("POST", UPLOAD)).as("still there").hasSize(1);
        assertThat(vendor.asked("POST", UPLOAD).getFirst().getUrl()).contains("convert=post");
        assertThat(vendor.asked("POST", UPLOAD).getFirst().getBodyAsString())
                .contains("\"content\":\"PHA+RGVhciBNaWE8L3A+\"");

        vendor.clock.advance(Duration.ofMinutes(6));
        vendor.on("POST", UPLOAD, "{\"http_code\":200,\"data\":{\"_url\":\"https://files.example/up/2\"}}");
        assertThat(post().send(page())).isInstanceOf(SendOutcome.Accepted.class);

        assertThat(vendor.asked("POST", UPLOAD)).hasSize(2);
        assertThat(vendor.asked("POST", SEND).getFirst().getBodyAsString()).contains("https://files.example/up/2");
    }

    @Test // row 34: three pages, found by custom_string; absent → a person decides, never a second POST
    void a_lost_letter_is_looked_for_on_every_page_and_never_sent_again() {
        vendor.on("POST", SEND, aResponse().withStatus(500).withBody("{}"));
        assertThat(post().send(pdf())).isInstanceOf(SendOutcome.Ambiguous.class);
        vendor.onPage(LETTERS, 1, aResponse().withBody(Stubs.page(3, recipient("aos1-other", "queued"))));
        vendor.onPage(LETTERS, 2, aResponse().withBody(Stubs.page(3, recipient("aos1-another", "queued"))));
        vendor.onPage(LETTERS, 3, aResponse().withBody(Stubs.page(3, recipient(Stubs.OUR_KEY, "queued"))));
        assertThat(post().lookup(pdf(), TAKEN)).isEqualTo(new LookupOutcome.Found(Stubs.OUR_KEY, TAKEN));

        vendor.onPage(LETTERS, 3, aResponse().withBody(Stubs.page(3, "")));
        assertThat(post().lookup(pdf(), TAKEN)).isInstanceOf(LookupOutcome.Absent.class);
        assertThat(post().semanticsOf(pdf()).requeueOnceIfAbsent()).isFalse();
        assertThat(post().semanticsOf(pdf()).settleDelay()).isEqualTo(Duration.ofMinutes(30));

        vendor.onPage(LETTERS, 2, aResponse().withStatus(503));
        assertThat(post().lookup(pdf(), TAKEN)).isInstanceOf(LookupOutcome.Inconclusive.class);
        assertThat(vendor.asked("POST", SEND)).hasSize(1);
    }

    @ParameterizedTest // direct-mail 7 row 6: three recipients, one invalid → two sent, one failed
    @CsvSource({"SUCCESS, accepted", "INVALID_RECIPIENT, to", "INSUFFICIENT_CREDIT, out_of_credits"})
    void each_recipient_has_a_fate_of_its_own(String status, String comes) {
        vendor.on(
                "POST",
                SEND,
                sent(recipient("aos1-other", "INVALID_RECIPIENT") + "," + recipient(Stubs.OUR_KEY, status) + ","
                        + recipient("aos1-third", "SUCCESS")));
        assertThat(
                        switch (post().send(pdf())) {
                            case SendOutcome.Accepted accepted -> "accepted";
                            case SendOutcome.Rejected(VendorFailure.Invalid invalid) -> invalid.field();
                            case SendOutcome.Rejected(VendorFailure failure) -> failure.kind();
                            case SendOutcome.NotAccepted(VendorFailure failure, var wait) -> failure.kind();
                            case SendOutcome.Ambiguous ambiguous -> "ambiguous";
                        })
                .isEqualTo(comes);
    }

    @Test // clicksend 4.2: a key that is missing in the answer
    void an_answer_without_our_piece_says_nothing() {
        vendor.on("POST", SEND, sent(recipient("aos1-other", "SUCCESS")));
        assertThat(post().send(pdf())).isInstanceOf(SendOutcome.Ambiguous.class);
    }

    @ParameterizedTest // direct-mail 7 row 8: quote 250: 275 is sent, 276 is approved again
    @CsvSource({"2.75, true", "2.7501, false", "2.76, false", "2.5, true"})
    void a_price_may_be_a_tenth_above_its_quote_and_fractions_count_up(String price, boolean goes) {
        price(PRICE, price);
        assertThat(post().send(pdf()) instanceof SendOutcome.Accepted).isEqualTo(goes);
        assertThat(vendor.asked("POST", SEND)).hasSize(goes ? 1 : 0);
    }

    @Test // direct-mail 1: postcode 2000, state VIC → address_invalid, no vendor call
    void an_address_that_cannot_be_right_is_refused_without_a_call() {
        PostCommand wrong = piece(
                new PostalAddress("Mia Chen", null, "12 Pitt St", null, "Sydney", State.VIC, "2000"), pdf().piece());
        assertThat(post().send(wrong)).isInstanceOf(SendOutcome.Rejected.class);
        assertThat(vendor.server.getAllServeEvents()).isEmpty();
    }

    @Test // clicksend 9 C14: created once per tenant, found again by list
    void the_return_address_is_made_once() {
        post().send(pdf());
        post().send(pdf());
        assertThat(vendor.asked("POST", BACK)).hasSize(1);
        assertThat(vendor.asked("GET", BACK)).hasSize(1);
        assertThat(vendor.asked("POST", BACK).getFirst().getBodyAsString())
                .contains("\"address_name\":\"Bright Agency\"", "\"address_country\":\"AU\"");
    }

    @Test // clicksend 9 C14: whose receipt was lost
    void a_return_address_that_stands_there_is_not_made_again() {
        vendor.on(
                "GET",
                BACK,
                Stubs.page(
                        1,
                        "{\"return_address_id\":77,\"address_name\":\"Bright Agency\",\"address_line_1\":\"PO Box"
                                + " 9\",\"address_postal_code\":\"3001\"}"));
        post().send(pdf());
        assertThat(vendor.asked("POST", BACK)).isEmpty();
        assertThat(vendor.asked("POST", SEND).getFirst().getBodyAsString()).contains("\"return_address_id\":77");
    }

    @Test // clicksend 11: no cancel; direct-mail 4: `unstoppable`
    void nothing_is_taken_back() {
        assertThat(post().cancel(Stubs.CLIENT, Stubs.OUR_KEY).fold(done -> "done", VendorFailure::kind))
                .isEqualTo("conflict");
        assertThat(vendor.server.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest // direct-mail 5, the right-hand words
    @CsvSource({
        "queued, QUEUED",
        "Scheduled, QUEUED",
        "printed, PRINTED",
        "Dispatched, DISPATCHED",
        "returned, RETURNED",
        "Cancelled, CANCELLED"
    })
    void states_come_from_the_history_alone(String word, PostSender.State state) {
        vendor.on("GET", LETTERS, Stubs.page(1, ""));
        vendor.on("GET", CARDS, Stubs.page(1, recipient(Stubs.OUR_KEY, word) + "," + recipient("aos1-2", "lost")));
        assertThat(post().state(Stubs.CLIENT, Stubs.OUR_KEY).orElseThrow()).isEqualTo(state);
        assertThat(post().state(Stubs.CLIENT, "aos1-404").fold(found -> "found", VendorFailure::kind))
                .isEqualTo("not_found");
        assertThat(post().state(Stubs.CLIENT, "aos1-2").fold(found -> "found", VendorFailure::kind))
                .isEqualTo("unavailable");
        var page = vendor.clicksend.pieces().since(Stubs.CLIENT, null).orElseThrow();
        assertThat(page.events()).singleElement().satisfies(event -> {
            assertThat(event.key()).isEqualTo(Stubs.OUR_KEY + ":" + state.wire());
            assertThat(((ChannelEvent.PieceMoved) event).state()).isEqualTo(state);
        });
        assertThat(vendor.clicksend
                        .pieces()
                        .since(Stubs.CLIENT, page.next())
                        .orElseThrow()
                        .events())
                .as("the same keys again")
                .isEqualTo(page.events());
    }
}
