package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.application.conversation.inbox.LiveQuestion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an assistant may do while it speaks: take the person off the list, note when to call again, note a wish to meet. It
 * waits for the answer, so that it says nothing that is not so; nothing is booked by a word alone. Source: vapi 6, outreach
 * 10.5, 10.6.
 */
final class CallTools {

    static final String OPT_OUT = "opt_out";
    static final String CALL_BACK = "request_callback";
    static final String MEET = "book_meeting";
    private static final String SLOTS = "find_slots";

    private static final String WHEN = "when";
    private static final String SLOT = "slot";

    private CallTools() {}

    /** As an assistant is told of them. */
    static List<Wire.Tool> all() {
        return List.of(
                Wire.Tool.of("endCall"),
                Wire.Tool.calling(OPT_OUT, "The person does not want to be called again, or to be removed.", Map.of()),
                Wire.Tool.calling(
                        CALL_BACK, "The person wants to be called at another time.", Map.of(WHEN, "in their words")),
                Wire.Tool.calling(
                        MEET,
                        "The person wants to meet. A colleague confirms it; it is not booked by this.",
                        Map.of(SLOT, "day and time in their words")));
    }

    /** What the person said by way of them; a tool that is not ours says nothing. */
    static List<ChannelEvent> said(JsonNode message, Instant at, ChannelEvent.About about, String call) {
        return Fields.items(message.path("toolCallList")).stream()
                .flatMap(one -> saidBy(one, at, about, call).stream())
                .toList();
    }

    /** What the assistant waits for. */
    static List<LiveQuestion.Tool> asked(JsonNode message, String call) {
        return Fields.items(message.path("toolCallList")).stream()
                .map(one -> new LiveQuestion.Tool(
                        Fields.text(one, "id").orElse(""), name(one), wish(name(one)), key(one, call)))
                .toList();
    }

    private static LiveQuestion.Wish wish(String name) {
        return switch (name) {
            case OPT_OUT -> LiveQuestion.Wish.LEAVE_ALONE;
            case CALL_BACK -> LiveQuestion.Wish.CALL_BACK;
            case MEET -> LiveQuestion.Wish.MEET;
            case SLOTS -> LiveQuestion.Wish.SLOTS;
            default -> LiveQuestion.Wish.UNKNOWN;
        };
    }

    /** Texts of one line, as the vendor wants them. Source: vapi 6. */
    static Map<String, Object> answered(List<LiveAnswer.ToolAnswer> answers) {
        return Map.of(
                "results",
                answers.stream()
                        .map(answer -> Map.of(
                                "toolCallId",
                                answer.tool().id(),
                                "name",
                                answer.tool().name(),
                                answer.done() ? "result" : "error",
                                answer.text()))
                        .toList());
    }

    private static String key(JsonNode one, String call) {
        return "tool-calls/" + call + "/" + Fields.text(one, "id").orElse("");
    }

    private static String name(JsonNode one) {
        return Fields.text(one.path("function"), "name")
                .or(() -> Fields.text(one, "name"))
                .orElse("");
    }

    private static Optional<ChannelEvent> saidBy(JsonNode one, Instant at, ChannelEvent.About about, String call) {
        String key = key(one, call);
        String name = name(one);
        JsonNode arguments = arguments(one);
        return switch (name) {
            case OPT_OUT -> Optional.of(new ChannelEvent.OptedOut(key, at, about, OPT_OUT));
            case CALL_BACK -> Optional.of(spoken(key, at, about, "Please call me back later.", arguments, WHEN));
            case MEET -> Optional.of(spoken(key, at, about, "I would like to book a meeting.", arguments, SLOT));
            default -> Optional.empty();
        };
    }

    private static ChannelEvent spoken(
            String key, Instant at, ChannelEvent.About about, String wish, JsonNode arguments, String member) {
        String text =
                Fields.text(arguments, member).map(said -> wish + " " + said).orElse(wish);
        return new ChannelEvent.Received(key, at, about, null, text, null);
    }

    /** A text, an object, or in older messages the parameters beside the name. */
    private static JsonNode arguments(JsonNode one) {
        JsonNode given = Stream.of(
                        one.path("function").path("arguments"), one.path("arguments"), one.path("parameters"))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElse(one.path("parameters"));
        return given.isString() ? Fields.parse(given.asString().getBytes(StandardCharsets.UTF_8)) : given;
    }
}
