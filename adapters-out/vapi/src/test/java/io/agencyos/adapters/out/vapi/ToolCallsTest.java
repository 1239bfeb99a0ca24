package io.agencyos.adapters.out.vapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.application.conversation.inbox.LiveQuestion;
import io.agencyos.application.outreach.channel.VoiceCallerContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** vapi 6, 12 rows 17 to 21: what people say by way of the assistant's tools. */
class ToolCallsTest {

    private static final String ABOUT = "\"call\":{\"id\":\"" + Stubs.ID + "\",\"name\":\"" + Stubs.OUR_KEY
            + "\",\"customer\":{\"number\":\"+61491570006\",\"externalId\":\"" + Stubs.OUR_KEY + "\"}}";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static byte[] message(String... calls) {
        String body = "{\"message\":{\"type\":\"tool-calls\",\"timestamp\":1788308112000," + ABOUT
                + ",\"toolCallList\":[" + String.join(",", calls) + "]}}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static List<ChannelEvent> said(String... calls) {
        return Stubs.hooks().read(Stubs.CLIENT, "key", message(calls)).stream()
                .map(ChannelEvent.class::cast)
                .toList();
    }

    @ParameterizedTest // row 17: arguments as text, as object, and as parameters
    @ValueSource(
            strings = {
                "{'id':'c1','type':'function','function':{'name':'book_meeting','arguments':'{\\'slot\\':\\'Friday 11"
                        + " am\\'}'}}",
                "{'id':'c1','type':'function','function':{'name':'book_meeting','arguments':{'slot':'Friday 11 am'}}}",
                "{'id':'c1','name':'book_meeting','parameters':{'slot':'Friday 11 am'}}"
            })
    void a_wish_to_meet_is_read_in_every_shape(String call) {
        String json = call.replace("\\'", "\\\"").replace("'", "\"");
        assertThat(said(json)).singleElement().isInstanceOfSatisfying(ChannelEvent.Received.class, event -> {
            assertThat(event.text()).isEqualTo("I would like to book a meeting. Friday 11 am");
            assertThat(event.about().idempotencyKey()).isEqualTo(Stubs.OUR_KEY);
            assertThat(event.about().theirs()).isEqualTo("+61491570006");
        });
    }

    @Test // rows 18, 19: two in one message are two; the same one again has the same key
    void every_tool_call_is_an_event_by_its_own_id() {
        String out = "{\"id\":\"c1\",\"function\":{\"name\":\"opt_out\",\"arguments\":\"{}\"}}";
        String later =
                "{\"id\":\"c2\",\"function\":{\"name\":\"request_callback\",\"arguments\":{\"when\":\"Monday\"}}}";
        List<ChannelEvent> events = said(out, later);
        assertThat(events).hasSize(2).extracting(ChannelEvent::key).doesNotHaveDuplicates();
        assertThat(events.get(0)).isInstanceOf(ChannelEvent.OptedOut.class);
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        ChannelEvent.Received.class,
                        event -> assertThat(event.text()).isEqualTo("Please call me back later. Monday"));
        assertThat(said(out).getFirst().key()).isEqualTo(events.getFirst().key());
    }

    @Test // row 21
    void a_tool_that_is_not_ours_says_nothing() {
        assertThat(said("{\"id\":\"c1\",\"function\":{\"name\":\"transfer_money\",\"arguments\":\"{}\"}}"))
                .isEmpty();
    }

    @Test // rows 18, 21: a result for each by its own id; what is not ours is an error, and the status is 200 all the
    // same
    void every_tool_call_is_answered_by_its_own_id() {
        String out = "{\"id\":\"c1\",\"function\":{\"name\":\"opt_out\",\"arguments\":\"{}\"}}";
        String other = "{\"id\":\"c2\",\"name\":\"transfer_money\",\"parameters\":{}}";
        HookReader hooks = Stubs.hooks();
        LiveQuestion.Tools asked =
                (LiveQuestion.Tools) hooks.question(message(out, other)).orElseThrow();
        assertThat(asked.tools())
                .extracting(LiveQuestion.Tool::wish)
                .containsExactly(LiveQuestion.Wish.LEAVE_ALONE, LiveQuestion.Wish.UNKNOWN);
        assertThat(asked.tools().getFirst().eventKey())
                .as("known as the event that it is")
                .isEqualTo(said(out).getFirst().key());
        LiveAnswer answer = new LiveAnswer.ToolAnswers(List.of(
                new LiveAnswer.ToolAnswer(asked.tools().getFirst(), true, "Done"),
                new LiveAnswer.ToolAnswer(asked.tools().getLast(), false, "not available")));
        assertThat(hooks.answer(Stubs.CLIENT, answer))
                .isEqualTo(Map.of(
                        "results",
                        List.of(
                                Map.of("toolCallId", "c1", "name", "opt_out", "result", "Done"),
                                Map.of("toolCallId", "c2", "name", "transfer_money", "error", "not available"))));
    }

    @Test // row 32
    void somebody_who_calls_us_is_answered_by_an_assistant_of_the_client_or_told_that_nobody_can() {
        byte[] request = "{\"message\":{\"type\":\"assistant-request\",\"call\":{\"id\":\"c9\"}}}"
                .getBytes(StandardCharsets.UTF_8);
        HookReader hooks = vendor.vapi.hooks();
        assertThat(hooks.question(request)).contains(new LiveQuestion.WhoTalks());
        LiveAnswer talks = new LiveAnswer.Talks("Hello, this is Northlight.", "Say whose number it is.");
        JsonNode told = Fields.parse(JsonMapper.shared().writeValueAsBytes(hooks.answer(Stubs.CLIENT, talks)));
        assertThat(told.at("/assistant/firstMessage").stringValue()).isEqualTo("Hello, this is Northlight.");
        assertThat(told.at("/assistant/model/messages/0/content").stringValue()).isEqualTo("Say whose number it is.");
        assertThat(told.at("/assistant/model/tools/1/function/name").stringValue())
                .isEqualTo("opt_out");
        assertThat(told.at("/assistant/artifactPlan/recordingEnabled").booleanValue())
                .as("nobody was asked")
                .isFalse();
        assertThat(told.path("assistant").has("voicemailMessage")).isFalse();
        assertThat(Stubs.hooks().answer(Stubs.CLIENT, talks)).containsOnlyKeys("error");
        assertThat(hooks.answer(Stubs.CLIENT, new LiveAnswer.NobodyTalks("Sorry, we cannot take your call.")))
                .isEqualTo(Map.of("error", "Sorry, we cannot take your call."));
    }

    @Test // vapi 3, 6: an assistant is told of its tools and waits for ours
    void an_assistant_is_made_with_the_tools_of_a_call() {
        vendor.on("GET", "/assistant", "[]");
        vendor.on("POST", "/assistant", aResponse().withStatus(201).withBody("{\"id\":\"as_1\"}"));
        vendor.vapi
                .caller()
                .ensureAssistant(VoiceCallerContract.script(Stubs.CLIENT, 1))
                .orElseThrow();
        assertThat(vendor.asked("POST", "/assistant").getFirst().getBodyAsString())
                .contains(
                        "{\"type\":\"endCall\"}",
                        "\"name\":\"opt_out\"",
                        "\"name\":\"request_callback\"",
                        "\"name\":\"book_meeting\"",
                        "\"async\":false");
    }
}
