package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader.Forgery;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Events of the second dialect and their proof: a signature over the time and the bytes. Source: unipile 10. */
final class SecondEvents {

    static final String HEADER = "unipile-signature";

    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v0=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final String STATUS = "account.status.";

    private SecondEvents() {}

    /** Whether a body is an event of this dialect. */
    static boolean is(JsonNode body) {
        return Fields.text(body, "id").isPresent()
                && Fields.text(body, "type").filter(type -> type.contains(".")).isPresent();
    }

    /** Empty where the signature is one of ours and fresh. */
    static Optional<Forgery> forgery(String signature, byte[] body, List<String> secrets, Instant now) {
        Matcher parts = SIGNATURE.matcher(signature.replace(" ", ""));
        if (!parts.matches()) {
            return Optional.of(Forgery.SIGNATURE_WRONG);
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of(Forgery.SIGNATURE_WRONG);
        }
        byte[] given = HexFormat.of().parseHex(parts.group(2));
        boolean fits = false;
        for (String secret : secrets) {
            fits |= MessageDigest.isEqual(mac(secret, parts.group(1), body), given);
        }
        return fits ? Optional.empty() : Optional.of(Forgery.SIGNATURE_WRONG);
    }

    private static byte[] mac(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key under which the poll finds the same, or else the event's own. */
    static String key(JsonNode event) {
        String type = Reports.required(event, "type");
        String seat = Fields.text(event, "account_id").orElse("");
        return switch (type) {
            case "message.new" -> Reports.messageKey(seat, Reports.required(message(event), "id"));
            case "relation.request.accept", "relation.new" ->
                SecondDialect.person(event.path("payload"))
                        .map(person -> Reports.relationKey(seat, person))
                        .orElseGet(() -> own(event));
            default -> own(event);
        };
    }

    private static String own(JsonNode event) {
        return "event/" + Reports.required(event, "id");
    }

    private static JsonNode message(JsonNode event) {
        JsonNode payload = event.path("payload");
        return SecondDialect.message(payload.path("message").isObject() ? payload.path("message") : payload);
    }

    /** A token comes back with a seat that was linked, as far as the vendor says so. */
    static Optional<String> token(JsonNode event) {
        return Fields.text(event.path("payload"), "state").or(() -> Fields.text(event, "state"));
    }

    static boolean isLinked(JsonNode event) {
        String type = Fields.text(event, "type").orElse("");
        return type.equals("account.add") || type.equals("account.reconnect");
    }

    /** What happened, but for seats that were linked. */
    static List<ChannelEvent> read(JsonNode event, String key) {
        String type = Reports.required(event, "type");
        String seat = Reports.required(event, "account_id");
        Instant at = Fields.instant(event, "created_at").orElse(ChannelEvent.UNTOLD);
        if (type.startsWith(STATUS)) {
            return List.of(new ChannelEvent.SeatChanged(
                    key,
                    at,
                    Reports.about(null, seat, null),
                    Seats.ofWord(SecondDialect.word(type.substring(STATUS.length())))));
        }
        return switch (type) {
            case "message.new" ->
                Reports.polledMessage(message(event), seat).stream().toList();
            case "relation.request.accept", "relation.new" -> {
                JsonNode payload = event.path("payload");
                String person = SecondDialect.person(payload)
                        .orElseThrow(() -> new IllegalArgumentException("a connection with nobody"));
                yield List.of(new ChannelEvent.Connected(
                        key,
                        at,
                        Reports.about(null, seat, person),
                        SecondDialect.slug(payload).orElse(null)));
            }
            case "account.remove" ->
                List.of(new ChannelEvent.SeatChanged(
                        key, at, Reports.about(null, seat, null), Seats.ofWord("DELETED")));
            default -> List.of();
        };
    }
}
