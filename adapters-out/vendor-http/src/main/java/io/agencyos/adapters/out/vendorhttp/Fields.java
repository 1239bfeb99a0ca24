package io.agencyos.adapters.out.vendorhttp;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of vendors that write numbers as text, text as numbers, and leave out what they do not know. What is
 * missing, null, blank or of another kind is empty.
 */
public final class Fields {

    private static final long MILLISECONDS_BEGIN = 1_000_000_000_000L;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Fields() {}

    /** Any JSON value. */
    public static JsonNode parse(byte[] json) {
        try {
            return JsonCodec.MAPPER.readTree(json);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not JSON", unreadable);
        }
    }

    /** Text, a number or a truth value as text. */
    public static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** A number, or text that is one. */
    public static Optional<BigDecimal> decimal(JsonNode node, String name) {
        return text(node, name).flatMap(text -> {
            try {
                return Optional.of(new BigDecimal(text.strip()));
            } catch (NumberFormatException other) {
                return Optional.empty();
            }
        });
    }

    /** A whole number, or text that is one. */
    public static Optional<Long> whole(JsonNode node, String name) {
        return decimal(node, name).map(BigDecimal::longValue);
    }

    /** Whether it is true, 1, or text that says so. */
    public static boolean flag(JsonNode node, String name) {
        return text(node, name)
                .filter(text -> "true".equalsIgnoreCase(text) || "1".equals(text))
                .isPresent();
    }

    /** A moment as ISO 8601, or as seconds or milliseconds since 1970; one before 1970 or after 9999 is none. */
    public static Optional<Instant> instant(JsonNode node, String name) {
        Optional<Instant> sinceEpoch = whole(node, name)
                .map(number ->
                        number > MILLISECONDS_BEGIN ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        Optional<Instant> moment = sinceEpoch.or(() -> text(node, name).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException other) {
                return Optional.empty();
            }
        }));
        return moment.filter(at -> !at.isBefore(Instant.EPOCH) && at.isBefore(LATEST));
    }

    /** The elements of a list; anything else has none. */
    public static List<JsonNode> items(JsonNode node) {
        return node.isArray() ? List.copyOf(node.values()) : List.of();
    }
}
