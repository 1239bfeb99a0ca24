package io.agencyos.adapters.out.clicksend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.clicksend.Stubs.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** clicksend 12: handing over. */
class SendingTest {

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private SendOutcome send() {
        return vendor.clicksend.sender().send(Stubs.text());
    }

    private static VendorFailure rejected(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
        return ((SendOutcome.Rejected) outcome).failure();
    }

    @Test // rows 1, 2
    void a_text_is_handed_over_alone_with_our_key() {
        vendor.on("POST", SEND, Stubs.sent("", Stubs.OUR_KEY, "SUCCESS"));
        assertThat(send()).isEqualTo(new SendOutcome.Accepted(Stubs.ID));
        var request = vendor.asked("POST", SEND).getFirst();
        assertThat(request.getHeader("Authorization")).isEqualTo("Basic aGFyYm91cjpjcy1rZXktNzdhZg==");
        JsonNode body = Fields.parse(request.getBody());
        assertThat(body.path("shorten_urls").asBoolean(true)).isFalse();
        assertThat(Fields.items(body.path("messages"))).singleElement().satisfies(text -> {
            assertThat(Fields.text(text, "custom_string")).contains(Stubs.OUR_KEY);
            assertThat(Fields.text(text, "from")).contains("+61491570110");
            assertThat(Fields.text(text, "to")).contains("+61491570006");
            assertThat(text.has("schedule")).isFalse();
        });
    }

    @Test // row 3
    void the_answer_is_read_by_our_key_and_not_by_its_place() {
        String foreign = Stubs.message("aos1-other", "INVALID_RECIPIENT") + ",";
        vendor.on("POST", SEND, Stubs.sent(foreign, Stubs.OUR_KEY, "SUCCESS"));
        assertThat(send()).isEqualTo(new SendOutcome.Accepted(Stubs.ID));
    }

    @Test // row 4
    void an_answer_without_our_key_is_ambiguous() {
        vendor.on("POST", SEND, Stubs.sent("", "aos1-other", "SUCCESS"));
        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);
    }

    @ParameterizedTest // row 5
    @CsvSource({
        "INVALID_RECIPIENT, Rejected, invalid, recipient",
        "INVALID_SENDER_ID, Rejected, invalid, sender",
        "COUNTRY_NOT_ENABLED, Rejected, invalid, country",
        "EMPTY_MESSAGE, Rejected, invalid, payload",
        "MISSING_REQUIRED_FIELDS, Rejected, invalid, payload",
        "INVALID_SCHEDULE, Rejected, invalid, payload",
        "TOO_MANY_RECIPIENTS, Rejected, invalid, payload",
        "SOMETHING_NEW, Rejected, invalid, something_new",
        "INSUFFICIENT_CREDIT, NotAccepted, out_of_credits, ''",
        "MISSING_CREDENTIALS, NotAccepted, unauthorized, ''",
        "INVALID_CREDENTIALS, NotAccepted, unauthorized, ''",
        "ACCOUNT_NOT_ACTIVATED, NotAccepted, unauthorized, ''",
        "THROTTLED, Ambiguous, conflict, ''",
        "ALREADY_EXISTS, Ambiguous, conflict, ''",
        "INTERNAL_ERROR, Ambiguous, unavailable, ''",
        "SOMETHING_IS_WRONG, Ambiguous, unavailable, ''"
    })
    void every_status_of_a_text_has_its_outcome(String status, String outcome, String kind, String field) {
        vendor.on("POST", SEND, Stubs.sent("", Stubs.OUR_KEY, status));
        SendOutcome sent = send();
        assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
        VendorFailure failure = switch (sent) {
            case SendOutcome.Rejected(VendorFailure f) -> f;
            case SendOutcome.NotAccepted(VendorFailure f, Duration wait) -> f;
            case SendOutcome.Ambiguous(VendorFailure f) -> f;
            case SendOutcome.Accepted accepted -> throw new AssertionError("accepted");
        };
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure instanceof VendorFailure.Invalid invalid ? invalid.field() : "")
                .isEqualTo(field);
    }

    @Test // clicksend 10: older accounts refuse in the envelope of a success
    void a_refusal_in_the_envelope_counts_like_one_of_the_text() {
        vendor.on("POST", SEND, "{\"http_code\":200,\"response_code\":\"INSUFFICIENT_CREDIT\",\"data\":null}");
        assertThat(send())
                .isInstanceOfSatisfying(
                        SendOutcome.NotAccepted.class,
                        outcome -> assertThat(outcome.failure()).isInstanceOf(VendorFailure.OutOfCredits.class));
    }

    @Test // row 12
    void a_second_text_from_one_number_waits_a_second() {
        vendor.on("POST", SEND, Stubs.sent("", Stubs.OUR_KEY, "SUCCESS"));
        send();
        long before = vendor.time.nanos();
        send();
        assertThat(Duration.ofNanos(vendor.time.nanos() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test // row 26, clicksend 11: somebody else's handset, though it is a number
    void a_number_that_is_not_dedicated_to_the_tenant_is_no_sender() {
        vendor.on("GET", "/v3/numbers", "{\"data\":[{\"dedicated_number\":\"+61491570313\"}]}");
        assertThat(rejected(send()))
                .isInstanceOfSatisfying(
                        VendorFailure.Invalid.class, f -> assertThat(f.field()).isEqualTo("sender"));
        assertThat(vendor.asked("POST", SEND)).isEmpty();
    }

    @Test // row 28
    void what_the_balance_does_not_pay_is_not_handed_over() {
        vendor.on("GET", "/v3/account", Stubs.account("0.1000", 1, 0, 0));
        vendor.on("POST", SEND, Stubs.sent("", Stubs.OUR_KEY, "SUCCESS"));
        assertThat(send()).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(rejected(send())).isInstanceOf(VendorFailure.OutOfCredits.class);
        assertThat(vendor.asked("POST", SEND)).hasSize(1);
    }

    @Test // row 27
    void a_banned_or_inactive_account_sends_nothing() {
        for (String account : new String[] {Stubs.account("5", 1, 1, 0), Stubs.account("5", 0, 0, 0)}) {
            vendor.on("GET", "/v3/account", account);
            assertThat(rejected(send())).isInstanceOf(VendorFailure.Unauthorized.class);
            assertThat(vendor.clicksend.sender().checkConnection(Stubs.CLIENT)).isInstanceOf(Result.Err.class);
        }
        assertThat(vendor.asked("POST", SEND)).isEmpty();
    }

    @Test // row 29
    void a_bad_request_names_its_field() {
        vendor.on(
                "POST",
                SEND,
                aResponse()
                        .withStatus(400)
                        .withBody("{\"response_code\":\"BAD_REQUEST\",\"data\":{\"body\":\"is too long\"}}"));
        assertThat(rejected(send()))
                .isInstanceOfSatisfying(
                        VendorFailure.Invalid.class, f -> assertThat(f.field()).isEqualTo("body"));
        vendor.on(
                "POST",
                SEND,
                aResponse()
                        .withStatus(400)
                        .withBody("{\"response_code\":\"BAD_REQUEST\",\"data\":{\"details\":[{\"field\":\"from\","
                                + "\"reason\":\"unknown\"}]}}"));
        assertThat(rejected(send())).isInstanceOfSatisfying(VendorFailure.Invalid.class, f -> {
            assertThat(f.field()).isEqualTo("from");
            assertThat(f.reason()).isEqualTo("unknown");
        });
    }

    @ParameterizedTest // row 30
    @CsvSource({
        "401, Rejected, unauthorized",
        "402, Rejected, out_of_credits",
        "403, Rejected, unauthorized",
        "404, Rejected, not_found",
        "405, Rejected, not_found",
        "409, Rejected, conflict",
        "422, Rejected, invalid",
        "429, NotAccepted, rate_limited",
        "500, Ambiguous, unavailable"
    })
    void every_refusal_by_status_has_its_outcome(int status, String outcome, String kind) {
        vendor.on("POST", SEND, aResponse().withStatus(status).withBody("{\"response_code\":\"X\"}"));
        SendOutcome sent = send();
        assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(sent.toString().toLowerCase(Locale.ROOT)).contains(kind.replace("_", ""));
    }

    @Test // row 30: doubled up to five minutes while it goes on
    void the_wait_after_too_many_requests_grows() {
        vendor.on("POST", SEND, aResponse().withStatus(429).withBody("{}"));
        for (int seconds : new int[] {30, 60, 120, 240, 300, 300}) {
            assertThat(send())
                    .isInstanceOfSatisfying(
                            SendOutcome.NotAccepted.class,
                            outcome -> assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
        }
        vendor.clock.advance(Duration.ofMinutes(30));
        assertThat(((SendOutcome.NotAccepted) send()).retryAfter()).isEqualTo(Duration.ofSeconds(30));
        vendor.on(
                "POST",
                SEND,
                aResponse().withStatus(429).withHeader("Retry-After", "7").withBody("{}"));
        assertThat(((SendOutcome.NotAccepted) send()).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test // row 30
    void a_page_instead_of_an_answer_nothing_or_silence_is_ambiguous() {
        vendor.on("POST", SEND, aResponse().withBody("<html>sorry</html>"));
        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);
        vendor.on("POST", SEND, aResponse().withBody(""));
        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);
        vendor.on("POST", SEND, aResponse().withFixedDelay(3_000).withBody("{}"));
        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);
        vendor.on("POST", SEND, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(vendor.asked("POST", SEND)).hasSize(4);
    }

    @Test // clicksend 4.3: the price of the documents' example, as a decimal
    void the_price_is_told_exactly() {
        vendor.on("POST", "/v3/sms/price", Stubs.sent("", Stubs.OUR_KEY, "SUCCESS"));
        assertThat(vendor.clicksend.sender().price(Stubs.text()))
                .isEqualTo(Result.ok(new SmsSender.Price(1, new BigDecimal("0.0792"), "AUD")));
    }

    @Test // clicksend 4.3: planning uses C2 cached 24 h; 250 recipients x 1 part x 0.0792 = 19.80 AUD
    void a_price_is_asked_once_a_day_for_each_length() {
        vendor.on("POST", "/v3/sms/price", Stubs.sent("", Stubs.OUR_KEY, "SUCCESS"));
        for (int hour = 0; hour < 24; hour++) {
            SmsSender.Price price =
                    vendor.clicksend.sender().price(Stubs.text()).orElseThrow();
            assertThat(price.amount().multiply(new BigDecimal(250))).isEqualByComparingTo("19.80");
            vendor.clock.advance(Duration.ofHours(1));
        }
        assertThat(vendor.asked("POST", "/v3/sms/price")).hasSize(1);

        vendor.clicksend.sender().price(Stubs.text()).orElseThrow();
        vendor.clicksend.sender().price(Stubs.text("x".repeat(161))).orElseThrow();
        assertThat(vendor.asked("POST", "/v3/sms/price"))
                .as("a day later; longer")
                .hasSize(3);
    }

    @Test
    void a_tenant_without_an_account_calls_nobody() {
        ClientId other = new ClientId(new UUID(0, 9));
        assertThat(vendor.clicksend.sender().checkConnection(other))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        err -> assertThat(err.error()).isInstanceOf(VendorFailure.Unauthorized.class));
        assertThat(vendor.server.getAllServeEvents()).isEmpty();
    }
}
