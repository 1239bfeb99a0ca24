package io.agencyos.adapters.out.vapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.vendorhttp.CapturedLog;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.application.conversation.inbox.HookReader.Forgery;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** vapi 5, 6 and 12: what calls came to, and how we are told. */
class ReportsTest {

    private static final String SECRET = "sandbox-vapi-secret";
    private static final String HANG = "{\"message\":{\"type\":\"hang\"}}";
    private static final String SIGNATURE = "97ea6ec0c308ad078e30b1c56d740aae6fb8197a0d0474ed59dbd6e20e2478db";
    private static final Instant SIGNED = Instant.ofEpochSecond(1788220800);
    private static final String REPORT = """
        {"message":{"type":"end-of-call-report","timestamp":1788308112000,"endedReason":"customer-ended-call",
         "startedAt":"2026-09-02T00:10:21.000Z","endedAt":"2026-09-02T00:12:22.000Z","cost":0.1912,
         "call":{"id":"7c9f4b1e","name":"aos1-d8","customer":{"number":"+61491570006","externalId":"aos1-d8"}},
         "artifact":{"transcript":"AI: Hi Priya… User: Friday works.",
         "messages":[{"role":"user","message":"Friday works.","secondsFromStart":41.2}],
         "recording":{"mono":{"combinedUrl":"https://storage.example/rec.mp3"}}},
         "analysis":{"summary":"Agreed to meet on Friday.","successEvaluation":"true"}}}\
        """;

    private final HookReader hooks = Stubs.hooks();

    private static JsonNode json(String text) {
        return Fields.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CallReport ended(String reason, String more, String assistant) {
        return Reports.of(json("{\"endedReason\":\"" + reason + "\"" + more + "}"), json(assistant));
    }

    private Result<String, Forgery> verify(String body, Instant now, Map<String, List<String>> headers) {
        return hooks.verify(new Delivery(headers, body.getBytes(StandardCharsets.UTF_8)), List.of("old", SECRET), now);
    }

    private static Map<String, List<String>> signed(String timestamp, String signature) {
        return Map.of("x-timestamp", List.of(timestamp), "x-signature", List.of(signature));
    }

    private ChannelEvent read(String body) {
        List<? extends InboundEvent> events = hooks.read(Stubs.CLIENT, "key", body.getBytes(StandardCharsets.UTF_8));
        assertThat(events).hasSize(1);
        return (ChannelEvent) events.getFirst();
    }

    @ParameterizedTest // rows 9, 11
    @CsvSource({
        "customer-busy, BUSY, ",
        "customer-did-not-answer, NO_ANSWER, ",
        "call.in-progress.error-sip-outbound-sip-480-temporarily-unavailable, NO_ANSWER, ",
        "call.x-outbound-sip-408-timeout, NO_ANSWER, ",
        "customer-ended-call, ANSWERED, ",
        "customer-ended-call-after-warm-transfer, ANSWERED, ",
        "assistant-ended-call, ANSWERED, ",
        "assistant-said-end-call-phrase, ANSWERED, ",
        "exceeded-max-duration, ANSWERED, ",
        "assistant-forwarded-call, TRANSFERRED, ",
        "manually-canceled, CANCELLED, ",
        "call.ringing.hook-executed-say, CANCELLED, ",
        "twilio-reported-customer-misdialed, FAILED_TECHNICAL, MISDIALLED",
        "call.x-providerfault-outbound-sip-403-forbidden, FAILED_TECHNICAL, CARRIER_RIGHTS",
        "call.x-outbound-sip-407-y, FAILED_TECHNICAL, CARRIER_RIGHTS",
        "twilio-failed-to-connect-call, FAILED_TECHNICAL, LINE",
        "vonage-failed-to-connect-call, FAILED_TECHNICAL, LINE",
        "call.x-outbound-sip-503-y, FAILED_TECHNICAL, LINE",
        "call.in-progress.error-providerfault-openai, FAILED_TECHNICAL, LINE",
        "call.in-progress.error-vapifault-worker-died, FAILED_TECHNICAL, LINE",
        "pipeline-error-openai-llm-failed, FAILED_TECHNICAL, LINE",
        "call.start.error-subscription-insufficient-credits, FAILED_TECHNICAL, OUT_OF_CREDITS",
        "call.start.error-subscription-frozen, FAILED_TECHNICAL, OUT_OF_CREDITS",
        "call.start.error-subscription-wallet-does-not-exist, FAILED_TECHNICAL, OUT_OF_CREDITS",
        "call.start.error-subscription-upgrade-failed, FAILED_TECHNICAL, OUT_OF_CREDITS",
        "call.start.error-subscription-concurrency-limit-reached, FAILED_TECHNICAL, RATE_LIMITED",
        "call.start.error-vapi-number-outbound-daily-limit, FAILED_TECHNICAL, NUMBER_SPENT",
        "call.start.error-vapi-number-international, FAILED_TECHNICAL, NUMBER_SETUP",
        "call.start.error-fraud-check-failed, FAILED_TECHNICAL, FRAUD_CHECK",
        "assistant-request-failed, FAILED_TECHNICAL, ASSISTANT_SETUP",
        "assistant-not-valid, FAILED_TECHNICAL, ASSISTANT_SETUP",
        "assistant-not-found, FAILED_TECHNICAL, ASSISTANT_SETUP",
        "assistant-join-timed-out, FAILED_TECHNICAL, ASSISTANT_SETUP",
        "call.start.error-get-assistant, FAILED_TECHNICAL, ASSISTANT_SETUP",
        "call.start.error-enterprise-feature-x, FAILED_TECHNICAL, ASSISTANT_SETUP",
        "something-new, FAILED_TECHNICAL, UNKNOWN_END_REASON"
    })
    void every_end_has_its_outcome(String reason, CallOutcome outcome, CallTrouble trouble) {
        CallReport report = ended(reason, "", "{}");
        assertThat(report.outcome()).isEqualTo(outcome);
        assertThat(report.trouble().orElse(null)).isEqualTo(trouble);
    }

    @Test // vapi 5.1
    void a_machine_heard_our_message_if_we_had_one() {
        assertThat(ended("voicemail", "", "{\"voicemailMessage\":\"Hi\"}").outcome())
                .isEqualTo(CallOutcome.VOICEMAIL_LEFT);
        assertThat(ended("voicemail", "", "{}").outcome()).isEqualTo(CallOutcome.VOICEMAIL_DETECTED);
    }

    @Test // row 10
    void silence_is_an_answer_only_where_somebody_spoke() {
        String spoke = ",\"artifact\":{\"messages\":[{\"role\":\"bot\"},{\"role\":\"user\",\"message\":\"Yes?\"}]}";
        assertThat(ended("silence-timed-out", spoke, "{}").outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(ended("silence-timed-out", "", "{}").outcome()).isEqualTo(CallOutcome.NO_ANSWER);
    }

    @Test // row 13
    void a_report_has_length_cost_and_what_was_said() {
        assertThat(read(REPORT)).isInstanceOfSatisfying(ChannelEvent.CallReported.class, event -> {
            assertThat(event.report().outcome()).isEqualTo(CallOutcome.ANSWERED);
            assertThat(event.report().seconds()).isEqualTo(121);
            assertThat(event.report().costUsd()).isEqualByComparingTo(new BigDecimal("0.1912"));
            assertThat(event.report().transcript()).contains("AI: Hi Priya… User: Friday works.");
            assertThat(event.report().summary()).contains("Agreed to meet on Friday.");
            assertThat(event.report().recorded()).isTrue();
            assertThat(event.about().idempotencyKey()).isEqualTo("aos1-d8");
            assertThat(event.about().vendorRef()).isEqualTo("7c9f4b1e");
        });
    }

    @Test // row 31: no key, no telephone number and nothing of what was said in any log
    void a_report_leaves_no_trace_of_the_talk_in_the_log() {
        try (CapturedLog log = new CapturedLog()) {
            read(REPORT);
            read(REPORT.replace("customer-ended-call", "an-end-that-nobody-knows"));
            assertThat(log.text()).doesNotContain("Friday", "61491570006", "aos1-d8", "Priya", "rec.mp3");
        }
    }

    @Test // row 12
    void without_an_end_there_is_no_length() {
        assertThat(ended("customer-busy", ",\"startedAt\":\"2026-09-02T00:10:21.000Z\"", "{}")
                        .seconds())
                .isZero();
    }

    @Test // rows 14, 15, 16
    void a_message_has_a_key_by_call_type_and_state() {
        Map<String, List<String>> secret = Map.of("x-vapi-secret", List.of(SECRET));
        assertThat(verify(REPORT, SIGNED, secret)).isEqualTo(Result.ok("end-of-call-report/7c9f4b1e/report"));
        String ringing = "{\"message\":{\"type\":\"status-update\",\"status\":\"ringing\",\"call\":{\"id\":\"c\"}}}";
        assertThat(verify(ringing, SIGNED, secret)).isEqualTo(Result.ok("status-update/c/ringing"));
        assertThat(read(ringing)).isInstanceOf(ChannelEvent.Sent.class);
        assertThat(read(ringing.replace("ringing", "ended"))).isInstanceOf(ChannelEvent.CallOver.class);
    }

    @Test // row 23
    void what_was_signed_is_believed_for_five_minutes() {
        assertThat(verify(HANG, SIGNED, signed("1788220800", SIGNATURE)).isOk()).isTrue();
        assertThat(verify(HANG + " ", SIGNED, signed("1788220800", SIGNATURE)))
                .isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
        assertThat(verify(HANG, SIGNED.plusSeconds(301), signed("1788220800", SIGNATURE)))
                .isEqualTo(Result.err(Forgery.TOO_OLD));
        assertThat(verify(HANG, SIGNED, Map.of())).isEqualTo(Result.err(Forgery.SIGNATURE_MISSING));
        assertThat(verify(HANG, SIGNED, signed("1788220800000", SIGNATURE)))
                .as("another text was signed")
                .isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
    }

    @Test // row 24
    void a_secret_in_a_header_will_do() {
        assertThat(verify(HANG, SIGNED, Map.of("x-vapi-secret", List.of("old"))).isOk())
                .isTrue();
        assertThat(verify(HANG, SIGNED, Map.of("x-vapi-secret", List.of("guessed"))))
                .isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
    }

    @Test // vapi 8
    void an_erasure_is_told_when_it_is_done_and_when_it_is_not() {
        String deleted = "{\"message\":{\"type\":\"call.deleted\",\"call\":{\"id\":\"c\"}}}";
        assertThat(read(deleted)).isInstanceOf(ChannelEvent.CallErased.class);
        assertThat(read(deleted.replace("call.deleted", "call.delete.failed"))).isInstanceOf(ChannelEvent.Noted.class);
    }

    @Test
    void what_nobody_knows_says_nothing_and_what_cannot_be_read_is_told_apart() {
        String unknown = "{\"message\":{\"type\":\"speech-update\",\"call\":{\"id\":\"c\"}}}";
        assertThat(hooks.read(Stubs.CLIENT, "k", unknown.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        for (String body : List.of("", "{", "[]", "not json", "{}")) {
            assertThatThrownBy(() -> hooks.read(Stubs.CLIENT, "k", body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test // api 10.1, vapi 7: a report that never came is found in the list, under the key that it would have had
    void a_report_that_nobody_told_is_found_by_asking() {
        try (Stubs vendor = new Stubs()) {
            vendor.on("GET", "/call", """
                [{"id":"c2","status":"in-progress","updatedAt":"2026-09-02T09:30:00Z"},
                 {"id":"c1","status":"ended","endedReason":"customer-busy","updatedAt":"2026-09-02T09:20:00Z",
                  "endedAt":"2026-09-02T09:19:58Z","customer":{"externalId":"aos1-x","number":"+61491570006"}}]
                """);
            var page = vendor.vapi.replies().since(Stubs.CLIENT, null).orElseThrow();
            assertThat(page.events()).singleElement().isInstanceOfSatisfying(ChannelEvent.CallReported.class, event -> {
                assertThat(event.key()).isEqualTo("end-of-call-report/c1/report");
                assertThat(event.report().outcome()).isEqualTo(CallOutcome.BUSY);
                assertThat(event.about().idempotencyKey()).isEqualTo("aos1-x");
            });
            assertThat(page.next()).isEqualTo("2026-09-02T09:30:00Z");
            vendor.vapi.replies().since(Stubs.CLIENT, page.next()).orElseThrow();
            assertThat(vendor.asked("GET", "/call"))
                    .extracting(asked -> asked.queryParameter("updatedAtGe").firstValue())
                    .as("a read may be repeated")
                    .containsOnly("2026-09-01T10:00:00Z", "2026-09-02T09:30:00Z");
        }
    }

    private static String rang(String words) {
        return "{\"message\":{\"type\":\"end-of-call-report\",\"timestamp\":1788308112000,"
                + "\"endedReason\":\"customer-ended-call\",\"call\":{\"id\":\"c9\",\"type\":\"inboundPhoneCall\","
                + "\"phoneNumberId\":\"pn_3f\",\"customer\":{\"number\":\"+61491570006\"}},"
                + "\"artifact\":{\"transcript\":\"AI: Hello, this is Northlight. User: " + words + "\"}}}";
    }

    @Test // outreach 10.5, api 10.1: who calls us is known by the number; stop words count before anybody reads on
    void a_call_to_our_number_is_something_that_a_person_said() {
        assertThat(read(rang("Who are you?"))).isInstanceOfSatisfying(ChannelEvent.Received.class, event -> {
            assertThat(event.text()).isEqualTo("Who are you?");
            assertThat(event.about().theirs()).isEqualTo("+61491570006");
            assertThat(event.about().idempotencyKey()).isNull();
        });
        assertThat(read(rang("Please don't call me again."))).isInstanceOf(ChannelEvent.OptedOut.class);
        assertThat(read(rang(""))).isInstanceOf(ChannelEvent.Noted.class);
    }
}
