package io.agencyos.adapters.out.sandbox.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A JSON object of a request, read field by field; a field of the wrong type is refused with 400. */
public final class Body {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Body(Map<?, ?> values) {
        values.forEach((name, value) -> this.values.put(String.valueOf(name), value));
    }

    /** Reads a JSON object; an empty text is an empty object. */
    public static Body of(String raw) {
        return raw.isBlank() ? new Body(Map.of()) : of(Json.parse(raw));
    }

    private static Body of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Body(map);
        }
        throw new Refusal(400, "a JSON object is expected");
    }

    /** The text of a field; empty where it is missing or null. */
    public Optional<String> text(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw new Refusal(400, name + " must be a string");
    }

    /** The text of a field, which must be there and not blank. */
    public String required(String name) {
        return text(name).filter(text -> !text.isBlank()).orElseThrow(() -> new Refusal(400, name + " is required"));
    }

    /** The whole number of a field. */
    public OptionalInt number(String name) {
        Object value = values.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof Number number) {
            return OptionalInt.of(number.intValue());
        }
        throw new Refusal(400, name + " must be a number");
    }

    /** Whether a field is true; missing is false. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The strings of a list; a missing list is empty. */
    public List<String> texts(String name) {
        return list(name).stream()
                .map(item -> {
                    if (item instanceof String text) {
                        return text;
                    }
                    throw new Refusal(400, name + " must hold strings");
                })
                .toList();
    }

    /** The objects of a list; a missing list is empty. */
    public List<Body> bodies(String name) {
        return list(name).stream().map(Body::of).toList();
    }

    /** The object of a field; a missing one is empty. */
    public Body body(String name) {
        Object value = values.get(name);
        return value == null ? new Body(Map.of()) : of(value);
    }

    /** Whether the field was given at all. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** All fields as they came. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    private List<?> list(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new Refusal(400, name + " must be a list");
    }
}
