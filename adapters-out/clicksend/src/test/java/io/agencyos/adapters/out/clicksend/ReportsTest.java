package io.agencyos.adapters.out.clicksend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** clicksend 5 and 12: receipts and people's texts, pushed and polled. */
class ReportsTest {

    private static final String INBOUND = """
        {"originalsenderid":"+61491570110","body":"%s","message":"x","sms":"+61491570006","from":"+61491570006",
         "to":"%s","timestamp":1788311722,"message_id":"1F12D781-99C1-6D94-96FE-F5A311C8997D",
         "original_message_id":"1F12D717-947A-6FBC-BBFE-D14C2927CEEF","original_body":"STOP",
         "user_id":304497,"subaccount_id":745158,"custom_string":"aos1-70bcce1fee5606143c1aadbcc6eba3ee"}\
        """;

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private ChannelEvent read(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HookReader hooks = vendor.clicksend.hooks();
        String key = hooks.verify(new HookReader.Delivery(Map.of(), bytes), List.of("hook"), Instant.EPOCH)
                .orElseThrow();
        List<?> events = hooks.read(Stubs.CLIENT, key, bytes);
        assertThat(events).hasSize(1);
        ChannelEvent event = (ChannelEvent) events.getFirst();
        assertThat(event.key()).isEqualTo(key);
        return event;
    }

    private static String inbound(String body) {
        return INBOUND.formatted(body, "+61491570110");
    }

    @Test // row 20
    void a_text_carries_its_number_its_writer_and_what_it_answers() {
        ChannelEvent event = read(inbound("STOP"));
        assertThat(event).isInstanceOfSatisfying(ChannelEvent.OptedOut.class, stop -> {
            assertThat(stop.word()).isEqualTo("STOP");
            assertThat(stop.at()).isEqualTo(Instant.ofEpochSecond(1788311722));
            assertThat(stop.about())
                    .isEqualTo(new ChannelEvent.About(
                            Channel.SMS, Stubs.ID, Stubs.OUR_KEY, "+61491570110", "+61491570006"));
        });
        assertThat(event.type()).isEqualTo("sms_unsubscribed");
    }

    @ParameterizedTest // row 21
    @ValueSource(strings = {"Stop.", "STOP please", "stop texting me"})
    void a_keyword_opts_out(String text) {
        assertThat(read(inbound(text))).isInstanceOf(ChannelEvent.OptedOut.class);
    }

    @ParameterizedTest // row 21
    @ValueSource(strings = {"End of month works", "Can't stop by Thursday, Friday?"})
    void anything_else_is_an_answer(String text) {
        assertThat(read(inbound(text)))
                .isInstanceOfSatisfying(
                        ChannelEvent.Received.class,
                        answer -> assertThat(answer.text()).isEqualTo(text));
    }

    @Test // row 22
    void what_was_pushed_and_polled_has_one_key() {
        vendor.on("GET", "/v3/sms/inbound", Stubs.page(1, inbound("Yes")));
        vendor.on("GET", "/v3/sms/receipts", Stubs.page(1, ""));
        List<ChannelEvent> polled = vendor.clicksend
                .replies()
                .since(Stubs.CLIENT, null)
                .orElseThrow()
                .events();
        assertThat(polled).containsExactly(read(inbound("Yes")));
    }

    @Test // row 23
    void a_text_to_somebody_elses_number_concerns_nobody_here() {
        vendor.on("GET", "/v3/sms/inbound", Stubs.page(1, ""));
        vendor.on("GET", "/v3/sms/receipts", Stubs.page(1, ""));
        vendor.clicksend.replies().since(Stubs.CLIENT, null).orElseThrow();
        assertThat(read(INBOUND.formatted("STOP", "+61491570313")))
                .isInstanceOfSatisfying(
                        ChannelEvent.Noted.class,
                        noted -> assertThat(noted.what()).isEqualTo("foreign_number"));
    }

    @Test // clicksend 5.2
    void the_body_wins_and_without_words_nothing_was_said() {
        assertThat(read(inbound("Yes"))).isInstanceOf(ChannelEvent.Received.class);
        assertThat(
                        read(
                                "{\"body\":\"\",\"message\":\"\",\"from\":\"+61491570006\",\"to\":\"+61491570110\",\"message_id\":\"m\"}"))
                .isInstanceOfSatisfying(
                        ChannelEvent.Noted.class,
                        noted -> assertThat(noted.what()).isEqualTo("empty"));
    }

    @ParameterizedTest // row 14
    @CsvSource({
        "Queued, 200, OnItsWay, queued",
        "Scheduled, 200, OnItsWay, queued",
        "WaitApproval, 200, OnItsWay, held_by_vendor",
        "Sent, 200, OnItsWay, sent",
        "Completed, 200, OnItsWay, sent",
        "'', 200, OnItsWay, sent",
        "Sent, 201, Delivered, ''",
        "Delivered, 201, Delivered, ''",
        "Failed, 300, OnItsWay, retried",
        "Failed, 301, Undelivered, OTHER",
        "Undelivered, '', Undelivered, OTHER",
        "Cancelled, 301, Undelivered, CANCELLED",
        "CancelledAfterReview, '', Undelivered, CONTENT_REJECTED"
    })
    void every_status_of_a_receipt_has_its_meaning(String status, String code, String meaning, String detail) {
        for (String written : List.of("\"" + code + "\"", code.isEmpty() ? "null" : code)) {
            DeliveryReport report = Deliveries.report(Fields.parse(
                            ("{\"timestamp\":1788308200,\"status\":\"" + status + "\",\"status_code\":" + written + "}")
                                    .getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow();
            assertThat(report.getClass().getSimpleName()).isEqualTo(meaning);
            String told = switch (report) {
                case DeliveryReport.OnItsWay onItsWay -> onItsWay.detail();
                case DeliveryReport.Delivered delivered -> "";
                case DeliveryReport.Undelivered undelivered ->
                    undelivered.reason().name();
            };
            assertThat(told).isEqualTo(detail);
        }
    }

    @ParameterizedTest // row 15: by the text, whichever numbering the code is of
    @CsvSource({
        "Number is inactive or invalid, INVALID_NUMBER",
        "Unidentified Subscriber, INVALID_NUMBER",
        "Unknown subscriber, INVALID_NUMBER",
        "Absent Subscriber, ABSENT",
        "Handset out of range, ABSENT",
        "Memory Capacity Exceeded, HANDSET_FULL",
        "Blocked by Anti-spam, FILTERED",
        "Illegal Subscriber, FILTERED",
        "Handset not supporting SMS, UNSUPPORTED",
        "Network timeout, NETWORK",
        "Routing error, NETWORK",
        "Message expired, UNKNOWN_DELIVERY",
        "who knows, OTHER"
    })
    void the_reason_is_read_from_the_text(String told, NonDelivery reason) {
        for (int errorCode : new int[] {1, 301}) {
            String body = "message_id=m&timestamp=1788308200&status=Undelivered&status_code=301&error_code=" + errorCode
                    + "&error_text=" + URLEncoder.encode(told, StandardCharsets.UTF_8);
            assertThat(read(body))
                    .isInstanceOfSatisfying(
                            ChannelEvent.Undelivered.class,
                            event -> assertThat(event.reason()).isEqualTo(reason));
        }
    }

    @Test // rows 16, 19: anybody may push one, so the vendor is asked before a number is closed
    void a_pushed_receipt_is_no_proof_a_polled_one_is() {
        String json = "{\"message_id\":\"m\",\"timestamp\":1788308200,\"status_code\":301,\"status_text\":\"Unknown"
                + " subscriber\"}";
        String form = "message_id=m&timestamp=1788308200&status_code=301&status_text=Unknown+subscriber";
        assertThat(read(json))
                .isEqualTo(read(form))
                .isInstanceOfSatisfying(
                        ChannelEvent.Undelivered.class,
                        event -> assertThat(event.proven()).isFalse());
        vendor.on("GET", "/v3/sms/inbound", Stubs.page(1, ""));
        vendor.on("GET", "/v3/sms/receipts", Stubs.page(1, json));
        assertThat(vendor.clicksend
                        .replies()
                        .since(Stubs.CLIENT, null)
                        .orElseThrow()
                        .events())
                .singleElement()
                .isInstanceOfSatisfying(ChannelEvent.Undelivered.class, event -> {
                    assertThat(event.proven()).isTrue();
                    assertThat(event.key()).isEqualTo(read(json).key());
                });
        vendor.on("GET", "/v3/sms/receipts/m", aResponse().withStatus(404));
        vendor.on("GET", Stubs.HISTORY, Stubs.page(1, ""));
        assertThat(vendor.clicksend.sender().delivery(Stubs.CLIENT, "m").orElseThrow())
                .as("not confirmed")
                .isEmpty();
    }

    @Test
    void a_body_that_says_nothing_is_told_apart() {
        for (String body : List.of("", "{", "[]", "not json", "{}", "status_code=201")) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            assertThat(vendor.clicksend
                            .hooks()
                            .verify(new HookReader.Delivery(Map.of(), bytes), List.of("h"), Instant.EPOCH))
                    .isInstanceOf(Result.Ok.class);
            assertThatThrownBy(() -> vendor.clicksend.hooks().read(Stubs.CLIENT, "k", bytes))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test // clicksend 5.2: told only of what is stored by now
    void what_was_stored_is_marked_read_with_the_next_poll() {
        vendor.on("GET", "/v3/sms/inbound", Stubs.page(1, inbound("Yes")));
        vendor.on("GET", "/v3/sms/receipts", Stubs.page(1, ""));
        vendor.on("PUT", "/v3/sms/inbound-read", "{\"data\":null}");
        String cursor = vendor.clicksend
                .replies()
                .since(Stubs.CLIENT, null)
                .orElseThrow()
                .next();
        assertThat(vendor.asked("PUT", "/v3/sms/inbound-read")).isEmpty();
        vendor.clicksend.replies().since(Stubs.CLIENT, cursor).orElseThrow();
        assertThat(vendor.asked("PUT", "/v3/sms/inbound-read"))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString()).isEqualTo("{\"date_before\":1788311721}"));
        assertThat(vendor.asked("GET", "/v3/sms/receipts")).as("once an hour").hasSize(1);
    }

    @Test // row 31
    void whoever_presses_nine_in_a_call_that_is_read_aloud_opts_out_of_calls() {
        assertThat(read(
                        "{\"message_id\":\"v1\",\"message_type\":\"voice\",\"status\":\"Delivered\",\"status_code\":\"201\","
                            + "\"timestamp\":\"1788308100\",\"to\":\"+61491570006\",\"digits\":\"9\"}"))
                .isInstanceOfSatisfying(ChannelEvent.OptedOut.class, stop -> {
                    assertThat(stop.about().channel()).isEqualTo(Channel.VOICE);
                    assertThat(stop.about().theirs()).isEqualTo("+61491570006");
                });
    }

    @ParameterizedTest // row 13, clicksend 4.3: the vendor counts as we do
    @CsvSource({
        "160, '', 160, 1",
        "161, '', 161, 2",
        "306, '', 306, 2",
        "307, '', 307, 3",
        "159, €, 161, 2",
        "69, ’, 70, 1",
        "69, 😀, 71, 2",
        "133, ’, 134, 2",
        "134, ’, 135, 3"
    })
    void texts_are_counted_before_the_vendor_counts_them(int letters, String tail, int units, int parts) {
        assertThat(SmsLength.of("a".repeat(letters) + tail))
                .extracting(SmsLength::units, SmsLength::segments)
                .containsExactly(units, parts);
    }
}
