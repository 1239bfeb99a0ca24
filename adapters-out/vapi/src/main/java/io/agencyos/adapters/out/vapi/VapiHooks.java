package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.application.conversation.inbox.LiveQuestion;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** The vendor's server messages: signed where the account has a credential there, else with our secret in a header. Source: vapi 6. */
final class VapiHooks implements HookReader {

    private static final String SIGNATURE = "x-signature";
    private static final String TIMESTAMP = "x-timestamp";
    private static final String SECRET = "x-vapi-secret";
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final long MILLISECONDS_BEGIN = 1_000_000_000_000L;

    private final InboundAssistant inbound;

    VapiHooks(InboundAssistant inbound) {
        this.inbound = inbound;
    }

    @Override
    public String vendor() {
        return Failures.VENDOR;
    }

    @Override
    public Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now) {
        Optional<String> signature = header(delivery, SIGNATURE);
        Optional<String> timestamp = header(delivery, TIMESTAMP).filter(text -> text.matches("\\d{1,15}"));
        Optional<String> secret = header(delivery, SECRET);
        if (signature.isPresent() && timestamp.isPresent()) {
            boolean fits = secrets.stream()
                    .anyMatch(known -> same(hex(known, timestamp.get(), delivery.body()), signature.get()));
            if (!fits) {
                return Result.err(Forgery.SIGNATURE_WRONG);
            }
            return Duration.between(signedAt(timestamp.get()), now).abs().compareTo(TOLERANCE) > 0
                    ? Result.err(Forgery.TOO_OLD)
                    : Result.ok(key(delivery.body()));
        }
        if (secret.isEmpty()) {
            return Result.err(Forgery.SIGNATURE_MISSING);
        }
        return secrets.stream().anyMatch(known -> same(known, secret.get()))
                ? Result.ok(key(delivery.body()))
                : Result.err(Forgery.SIGNATURE_WRONG);
    }

    private static Optional<String> header(Delivery delivery, String name) {
        return delivery.headers().getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Instant signedAt(String timestamp) {
        long number = Long.parseLong(timestamp);
        return number > MILLISECONDS_BEGIN ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** No message has an id of its own: call, type, and what tells two of a type apart. */
    private static String key(byte[] body) {
        try {
            JsonNode message = message(body);
            String type = type(message);
            String what = Fields.text(message, "status")
                    .or(() -> Fields.text(message.path("toolCallList").path(0), "id"))
                    .orElse("report");
            return type + "/" + Fields.text(message.path("call"), "id").orElse("") + "/" + what;
        } catch (IllegalArgumentException unreadable) {
            return "unreadable/" + Digests.sha256Hex(new String(body, StandardCharsets.ISO_8859_1));
        }
    }

    private static JsonNode message(byte[] body) {
        JsonNode message = Fields.parse(body).path("message");
        if (!message.isObject()) {
            throw new IllegalArgumentException("no message");
        }
        return message;
    }

    private static String type(JsonNode message) {
        return Fields.text(message, "type").orElseThrow(() -> new IllegalArgumentException("a message without a type"));
    }

    @Override
    public List<ChannelEvent> read(ClientId client, String eventKey, byte[] body) {
        JsonNode message = message(body);
        Instant at = Fields.instant(message, "timestamp").orElse(ChannelEvent.UNTOLD);
        ChannelEvent.About about = about(message);
        return switch (type(message)) {
            case "status-update" ->
                List.of(
                        Fields.text(message, "status").filter("ended"::equals).isPresent()
                                ? new ChannelEvent.CallOver(eventKey, at, about)
                                : new ChannelEvent.Sent(eventKey, at, about));
            case "end-of-call-report" ->
                List.of(Reports.event(eventKey, at, about, message, message.path("call"), message.path("assistant")));
            case "tool-calls" ->
                CallTools.said(
                        message,
                        at,
                        about,
                        Fields.text(message.path("call"), "id").orElse(""));
            case "call.deleted" -> List.of(new ChannelEvent.CallErased(eventKey, at, about));
            case "call.delete.failed" -> List.of(new ChannelEvent.Noted(eventKey, at, about, "erasure_failed"));
            case "hang" -> List.of(new ChannelEvent.Noted(eventKey, at, about, "assistant_was_slow"));
            default -> List.of();
        };
    }

    @Override
    public Optional<LiveQuestion> question(byte[] body) {
        try {
            JsonNode message = message(body);
            return switch (type(message)) {
                case "tool-calls" ->
                    Optional.of(new LiveQuestion.Tools(CallTools.asked(
                            message, Fields.text(message.path("call"), "id").orElse(""))));
                case "assistant-request" -> Optional.of(new LiveQuestion.WhoTalks());
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> answer(ClientId client, LiveAnswer answer) {
        return switch (answer) {
            case LiveAnswer.ToolAnswers(List<LiveAnswer.ToolAnswer> answers) -> CallTools.answered(answers);
            case LiveAnswer.Talks talks -> inbound.talking(client, talks);
            case LiveAnswer.NobodyTalks(String excuse) -> Map.of("error", excuse);
        };
    }

    /** Under which the report of a call is known, however it comes. */
    static String keyOfReport(String call) {
        return "end-of-call-report/" + call + "/report";
    }

    private static ChannelEvent.About about(JsonNode message) {
        JsonNode call = message.path("call");
        return about(call, call.has("customer") ? call.path("customer") : message.path("customer"));
    }

    static ChannelEvent.About about(JsonNode call, JsonNode customer) {
        Optional<String> key = Fields.text(customer, "externalId").or(() -> Fields.text(call, "name"));
        return new ChannelEvent.About(
                Channel.VOICE,
                Fields.text(call, "id").orElse(null),
                key.orElse(null),
                Fields.text(call, "phoneNumberId").orElse(null),
                Fields.text(customer, "number").orElse(null));
    }
}
