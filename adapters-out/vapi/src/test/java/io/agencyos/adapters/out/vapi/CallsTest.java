package io.agencyos.adapters.out.vapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.channel.VoiceCallerContract;
import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.outreach.recording.CallRecordings;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.CampaignId;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** vapi 12: making calls, finding them again, recordings. */
class CallsTest {

    private static final String CALL = "/call";
    private static final String TAKEN = "{\"id\":\"" + Stubs.ID
            + "\",\"status\":\"queued\",\"subscriptionLimits\":{\"remainingConcurrentCalls\":9},\"new\":1}";

    private final Stubs vendor = new Stubs();
    private final VoiceCaller caller = vendor.vapi.caller();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static VendorFailure failure(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Rejected(VendorFailure f) -> f;
            case SendOutcome.NotAccepted(VendorFailure f, Duration wait) -> f;
            case SendOutcome.Ambiguous(VendorFailure f) -> f;
            case SendOutcome.Accepted accepted -> throw new AssertionError("accepted");
        };
    }

    private LookupOutcome lookup() {
        return caller.lookup(Stubs.call(), vendor.clock.now());
    }

    @Test // rows 1, 2
    void a_call_names_assistant_line_and_person_and_carries_our_key_three_times() {
        vendor.on("POST", CALL, aResponse().withStatus(201).withBody(TAKEN));
        assertThat(caller.send(Stubs.call())).isEqualTo(new SendOutcome.Accepted(Stubs.ID));
        var request = vendor.asked("POST", CALL).getFirst();
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + Stubs.KEY);
        String key = Stubs.OUR_KEY;
        assertThat(request.getBodyAsString())
                .contains(
                        "\"name\":\"" + key + "\"",
                        "\"assistantId\":\"as_91c0\"",
                        "\"phoneNumberId\":\"pn_3f\"",
                        "\"number\":\"+61491570006\"",
                        "\"externalId\":\"" + key + "\"",
                        "\"numberE164CheckEnabled\":true",
                        "\"aos_key\":\"" + key + "\"",
                        "\"lead_name\":\"Priya\"");
        assertThat(request.getBodyAsString()).doesNotContain("}},\"metadata\"", "systemPrompt", "schedulePlan");
    }

    @Test // outreach 10.4: no call beyond its window, by what overrides the assistant's own length
    void a_call_may_be_shorter_than_its_assistant_says() {
        vendor.on("POST", CALL, aResponse().withStatus(201).withBody(TAKEN));
        caller.send(Stubs.call().atMost(240));
        caller.send(Stubs.call());
        assertThat(vendor.asked("POST", CALL))
                .extracting(request -> JsonMapper.shared()
                        .readTree(request.getBodyAsString())
                        .path("assistantOverrides")
                        .path("maxDurationSeconds")
                        .toString())
                .containsExactly("240", "");
    }

    @Test // rows 2, 2a, vapi 3
    void an_assistant_is_made_once_within_the_vendors_limits_and_never_changed() {
        vendor.on("GET", "/assistant", "[]");
        vendor.on("POST", "/assistant", aResponse().withStatus(201).withBody("{\"id\":\"as_1\"}"));
        vendor.vapi
                .connector()
                .registerHooks(Stubs.STORED, id -> URI.create("https://app.agency.example/hooks/" + id), () -> "h1");
        for (int time = 0; time < 2; time++) {
            assertThat(caller.ensureAssistant(VoiceCallerContract.script(Stubs.CLIENT, 3))
                            .orElseThrow())
                    .isEqualTo("as_1");
        }
        assertThat(vendor.asked("POST", "/assistant"))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .containsPattern("\"name\":\"aos-[0-9a-f]{16}-v3\"")
                        .contains(
                                "\"provider\":\"11labs\"",
                                "\"serverMessages\":[\"status-update\",\"end-of-call-report\",\"tool-calls\",\"hang\"]",
                                "\"url\":\"https://app.agency.example/hooks/h1\"",
                                "\"X-Vapi-Secret\":\"hook-secret-91\"",
                                "\"recordingEnabled\":true",
                                "\"temperature\":0.7")
                        .doesNotContain("systemPrompt", "analysisPlan"));
        assertThat(vendor.asked("PATCH", "/assistant/as_1")).isEmpty();
    }

    private void tellAt(String hook) {
        vendor.vapi
                .connector()
                .registerHooks(Stubs.STORED, id -> URI.create("https://app.agency.example/hooks/" + id), () -> hook)
                .orElseThrow();
    }

    private String shown(String hook, String secret) {
        return "[{\"id\":\"as_1\",\"name\":\""
                + vendor.asked("POST", "/assistant").stream()
                        .map(request ->
                                request.getBodyAsString().replaceFirst("(?s).*\"name\":\"(aos-[^\"]*)\".*", "$1"))
                        .findFirst()
                        .orElse("")
                + "\",\"server\":{\"url\":\"https://app.agency.example/hooks/" + hook
                + "\",\"headers\":{\"X-Vapi-Secret\":\"" + secret + "\"}},\"metadata\":{\"campaignId\":\""
                + VoiceCallerContract.script(Stubs.CLIENT, 3).campaign().value() + "\"}}]";
    }

    private boolean heard() {
        return !vendor.vapi
                .connector()
                .standingHooks(Stubs.STORED)
                .orElseThrow()
                .orElseThrow()
                .isEmpty();
    }

    @Test // salesforge Beyond "webhook audit", here: an assistant keeps the address that it was made with
    void an_assistant_that_tells_elsewhere_is_seen_and_serves_no_call_once_the_address_is_another() {
        vendor.on("GET", "/assistant", "[]");
        vendor.on("POST", "/assistant", aResponse().withStatus(201).withBody("{\"id\":\"as_1\"}"));
        tellAt("h1");
        caller.ensureAssistant(VoiceCallerContract.script(Stubs.CLIENT, 3)).orElseThrow();
        vendor.on("GET", "/assistant", shown("h1", "hook-secret-91"));
        assertThat(heard()).isTrue();
        vendor.on("GET", "/assistant", shown("h1", "another-secret"));
        assertThat(heard()).as("what it tells would be taken for a forgery").isFalse();
        vendor.on("GET", "/assistant", shown("h0", "hook-secret-91"));
        assertThat(heard()).isFalse();

        vendor.on("GET", "/assistant", shown("h1", "hook-secret-91"));
        tellAt("h2");
        vendor.on("POST", "/assistant", aResponse().withStatus(201).withBody("{\"id\":\"as_2\"}"));
        assertThat(caller.assistant(VoiceCallerContract.script(Stubs.CLIENT, 3)))
                .as("the one that tells the old hook")
                .isEmpty();
        assertThat(caller.ensureAssistant(VoiceCallerContract.script(Stubs.CLIENT, 3))
                        .orElseThrow())
                .isEqualTo("as_2");
        assertThat(heard()).as("the old one serves no call").isTrue();
    }

    @Test // row 2b, vapi 3
    void where_a_new_assistant_would_be_a_draft_each_call_takes_the_same_one_along() {
        VoiceScript script = VoiceCallerContract.script(Stubs.CLIENT, 3);
        try (Stubs drafts = new Stubs(Stubs.DRAFTS, Duration.ofSeconds(20))) {
            VoiceCaller carrying = drafts.vapi.caller();
            drafts.vapi
                    .connector()
                    .registerHooks(
                            Stubs.STORED, id -> URI.create("https://app.agency.example/hooks/" + id), () -> "h1");
            drafts.on("POST", CALL, aResponse().withStatus(201).withBody(TAKEN));
            assertThat(carrying.assistant(script)).isEmpty();
            String ref = carrying.ensureAssistant(script).orElseThrow();
            assertThat(carrying.assistant(script)).contains(ref);
            assertThat(carrying.send(Stubs.call(ref))).isEqualTo(new SendOutcome.Accepted(Stubs.ID));
            assertThat(drafts.asked("POST", "/assistant")).isEmpty();
            vendor.on("GET", "/assistant", "[]");
            vendor.on("POST", "/assistant", aResponse().withStatus(201).withBody("{\"id\":\"as_1\"}"));
            vendor.vapi
                    .connector()
                    .registerHooks(
                            Stubs.STORED, id -> URI.create("https://app.agency.example/hooks/" + id), () -> "h1");
            caller.ensureAssistant(script).orElseThrow();
            JsonNode call = JsonMapper.shared()
                    .readTree(drafts.asked("POST", CALL).getFirst().getBodyAsString());
            assertThat(call.has("assistantId")).isFalse();
            assertThat(call.path("assistant"))
                    .as("the same object that would have been stored")
                    .isEqualTo(JsonMapper.shared()
                            .readTree(vendor.asked("POST", "/assistant")
                                    .getFirst()
                                    .getBodyAsString()));
            carrying.removeAssistant(Stubs.CLIENT, ref).orElseThrow();
            assertThat(carrying.send(Stubs.call(ref)))
                    .isInstanceOfSatisfying(
                            SendOutcome.Rejected.class,
                            gone -> assertThat(gone.failure()).isInstanceOf(VendorFailure.Invalid.class));
            assertThat(drafts.asked("POST", CALL)).hasSize(1);
        }
    }

    @Test // outreach 10.1: an account may hold what is not ours
    void only_assistants_of_the_client_s_own_campaigns_are_told() {
        UUID campaign = new UUID(0, 31);
        vendor.on(
                "GET",
                "/assistant",
                "[{\"id\":\"as_7\",\"metadata\":{\"campaignId\":\"" + campaign + "\",\"clientId\":\""
                        + Stubs.CLIENT.value()
                        + "\"}},{\"id\":\"as_8\",\"metadata\":{\"campaignId\":\"" + campaign
                        + "\",\"clientId\":\"else\"}},{\"id\":\"as_9\"}]");
        assertThat(caller.assistants(Stubs.CLIENT).orElseThrow())
                .containsExactly(new VoiceCaller.Standing("as_7", new CampaignId(campaign)));
    }

    @Test // row 2a: made by a process that died before it could remember
    void an_assistant_that_stands_already_is_found_by_its_name() {
        String name = Assistants.name(VoiceCallerContract.script(Stubs.CLIENT, 3));
        vendor.on(
                "GET",
                "/assistant",
                "[{\"id\":\"as_7\",\"name\":\"" + name
                        + "\",\"metadata\":{\"campaignId\":\"00000000-0000-0000-0000-00000000001f\"}},"
                        + "{\"id\":\"as_8\",\"name\":\"" + name + "\",\"metadata\":{\"campaignId\":\"else\"}}]");
        assertThat(caller.ensureAssistant(VoiceCallerContract.script(Stubs.CLIENT, 3))
                        .orElseThrow())
                .isEqualTo("as_7");
        assertThat(vendor.asked("POST", "/assistant")).isEmpty();
    }

    @Test // row 3
    void a_call_whose_answer_was_lost_is_found_by_our_key() {
        vendor.on("POST", CALL, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        vendor.on(
                "GET",
                CALL,
                "[{\"id\":\"" + Stubs.ID
                        + "\",\"createdAt\":\"2026-09-02T10:00:01.000Z\",\"customer\":{\"externalId\":\""
                        + Stubs.OUR_KEY + "\"}}]");
        assertThat(caller.send(Stubs.call())).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(lookup()).isEqualTo(new LookupOutcome.Found(Stubs.ID, Instant.parse("2026-09-02T10:00:01Z")));
        assertThat(vendor.asked("POST", CALL)).hasSize(1);
        assertThat(vendor.asked("GET", CALL)
                        .getFirst()
                        .queryParameter("createdAtGe")
                        .firstValue())
                .isEqualTo("2026-09-02T09:59:00Z");
    }

    @Test // rows 4, 5
    void another_touchs_call_is_not_ours_but_a_nameless_one_to_the_number_is() {
        vendor.on("GET", CALL, "[]");
        assertThat(lookup()).isInstanceOf(LookupOutcome.Absent.class);
        vendor.on("GET", CALL, "[{\"id\":\"x\",\"name\":\"aos1-other\",\"customer\":{\"number\":\"+61491570006\"}}]");
        assertThat(lookup()).isInstanceOf(LookupOutcome.Absent.class);
        vendor.on("GET", CALL, "[{\"id\":\"x\",\"customer\":{\"number\":\"+61491570006\"}}]");
        assertThat(lookup()).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test // row 5a
    void a_full_page_is_followed_by_the_next_and_one_that_fails_proves_nothing() {
        String page = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"id\":\"c" + i + "\",\"name\":\"aos1-other\",\"createdAt\":\""
                        + Instant.parse("2026-09-02T11:00:00Z").minusSeconds(i) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        vendor.server.stubFor(get(urlPathEqualTo(CALL))
                .withQueryParam("createdAtLe", absent())
                .willReturn(aResponse().withBody(page)));
        vendor.server.stubFor(get(urlPathEqualTo(CALL))
                .withQueryParam("createdAtLe", matching(".+"))
                .willReturn(aResponse().withBody("[{\"id\":\"ours\",\"name\":\"" + Stubs.OUR_KEY + "\"}]")));
        assertThat(lookup()).isEqualTo(new LookupOutcome.Found("ours", null));
        vendor.server.stubFor(get(urlPathEqualTo(CALL))
                .withQueryParam("createdAtLe", matching(".+"))
                .willReturn(aResponse().withStatus(500)));
        assertThat(lookup()).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @ParameterizedTest // row 6
    @CsvSource({
        "Over concurrency limit, NotAccepted, rate_limited, ''",
        "Wallet balance too low, Rejected, out_of_credits, ''",
        "customer.number must be E.164, Rejected, invalid, number",
        "No international calls, Rejected, invalid, number",
        "firstMessage is odd, Rejected, invalid, ''"
    })
    void a_bad_request_is_told_apart_by_its_words(String words, String outcome, String kind, String field) {
        for (String message : new String[] {"\"" + words + "\"", "[\"also\",\"" + words + "\"]"}) {
            vendor.on("POST", CALL, aResponse().withStatus(400).withBody("{\"message\":" + message + "}"));
            SendOutcome sent = caller.send(Stubs.call());
            assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(failure(sent).kind()).isEqualTo(kind);
            assertThat(failure(sent) instanceof VendorFailure.Invalid invalid ? invalid.field() : "")
                    .isEqualTo(field);
        }
        assertThat(failure(caller.send(Stubs.call())).details().message()).startsWith("also; ");
    }

    @Test // row 7
    void the_shape_of_a_batch_with_an_error_is_a_refusal() {
        vendor.on(
                "POST",
                CALL,
                aResponse().withStatus(201).withBody("{\"results\":[],\"errors\":[{\"error\":\"Wallet is empty\"}]}"));
        assertThat(failure(caller.send(Stubs.call()))).isInstanceOf(VendorFailure.OutOfCredits.class);
    }

    @ParameterizedTest // rows 8, 30
    @CsvSource({
        "401, Rejected, unauthorized",
        "402, Rejected, out_of_credits",
        "403, Rejected, unauthorized",
        "404, Rejected, not_found",
        "409, Rejected, conflict",
        "422, Rejected, invalid",
        "429, NotAccepted, rate_limited",
        "500, Ambiguous, unavailable"
    })
    void every_refusal_by_status_has_its_outcome(int status, String outcome, String kind) {
        vendor.on("POST", CALL, aResponse().withStatus(status).withBody("{}"));
        SendOutcome sent = caller.send(Stubs.call());
        assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(failure(sent).kind()).isEqualTo(kind);
    }

    @Test // row 29
    void without_a_free_line_nobody_is_called_for_a_minute() {
        vendor.on("POST", CALL, aResponse().withStatus(201).withBody(TAKEN.replace("Calls\":9", "Calls\":0")));
        assertThat(caller.send(Stubs.call())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(caller.send(Stubs.call())).isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(vendor.asked("POST", CALL)).hasSize(1);
        vendor.clock.advance(Duration.ofSeconds(61));
        assertThat(caller.send(Stubs.call())).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test // vapi 1: per installation at most the vendor's limit less one, which is kept for inbound
    void the_last_line_is_left_to_whoever_calls_back() {
        vendor.on("POST", CALL, aResponse().withStatus(201).withBody(TAKEN.replace("Calls\":9", "Calls\":2")));
        assertThat(caller.send(Stubs.call())).isInstanceOf(SendOutcome.Accepted.class);
        vendor.on("POST", CALL, aResponse().withStatus(201).withBody(TAKEN.replace("Calls\":9", "Calls\":1")));
        assertThat(caller.send(Stubs.call())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(caller.send(Stubs.call())).isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(vendor.asked("POST", CALL)).hasSize(2);
    }

    @Test // row 27
    void ending_a_call_tells_its_own_address_no_key() {
        String control = vendor.server.baseUrl() + "/live/x/control";
        vendor.on(
                "GET",
                CALL + "/x",
                "{\"id\":\"x\",\"status\":\"ringing\",\"monitor\":{\"controlUrl\":\"" + control + "\"}}");
        vendor.on("POST", "/live/x/control", "{}");
        assertThat(caller.hangUp(Stubs.CLIENT, "x").orElseThrow()).isTrue();
        var request = vendor.asked("POST", "/live/x/control").getFirst();
        assertThat(request.getBodyAsString()).isEqualTo("{\"type\":\"end-call\"}");
        assertThat(request.getHeader("Authorization")).isNull();
        vendor.on("POST", "/live/x/control", aResponse().withStatus(404));
        assertThat(caller.hangUp(Stubs.CLIENT, "x").orElseThrow()).isFalse();
    }

    @Test // row 25
    void a_recording_is_fetched_from_where_it_lies_if_that_is_secure() {
        String path = CALL + "/x/mono-recording";
        vendor.on("GET", path, aResponse().withStatus(302).withHeader("Location", vendor.server.baseUrl() + "/file"));
        vendor.on("GET", "/file", "abc");
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        CallRecordings recordings = vendor.vapi.recordings();
        assertThat(recordings.fetch(Stubs.CLIENT, "x", sink).orElseThrow())
                .isEqualTo(new CallRecordings.Fetched(
                        3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(sink.toString()).isEqualTo("abc");
        assertThat(vendor.asked("GET", "/file").getFirst().getHeader("Authorization"))
                .isNull();
        vendor.on("GET", path, aResponse().withStatus(302).withHeader("Location", "http://storage.example/rec.mp3"));
        assertThat(recordings.fetch(Stubs.CLIENT, "x", sink).isOk()).isFalse();
        vendor.on("GET", path, aResponse().withStatus(404));
        assertThat(recordings.fetch(Stubs.CLIENT, "x", sink))
                .isInstanceOfSatisfying(
                        Result.Err.class, err -> assertThat(err.error()).isInstanceOf(VendorFailure.NotFound.class));
    }

    @ParameterizedTest // row 26
    @CsvSource({"200, ERASED", "404, ERASED", "503, PENDING"})
    void only_what_the_vendor_confirms_is_erased(int status, CallRecordings.Erasure erasure) {
        vendor.on("DELETE", CALL + "/x", aResponse().withStatus(status).withBody("{}"));
        assertThat(vendor.vapi.recordings().erase(Stubs.CLIENT, "x").orElseThrow())
                .isEqualTo(erasure);
    }
}
