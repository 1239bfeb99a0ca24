package io.agencyos.adapters.out.sandbox.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one place that knows the JSON library: trees of maps, lists, text, numbers and truth values. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Reads any JSON value; unreadable text is refused as the vendor would refuse it, with 400. */
    public static @Nullable Object parse(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JacksonException unreadable) {
            throw new Refusal(400, "invalid JSON");
        }
    }

    /** Writes maps, lists and plain values. */
    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** An object from names and values in turn, in this order; instants become ISO 8601 text. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            object.put(
                    String.valueOf(namesAndValues[i]), value instanceof Instant instant ? instant.toString() : value);
        }
        return object;
    }
}
