package io.agencyos.adapters.out.postgres.kernel;

import java.io.Writer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A jsonb value as it stands in a column; bound and read like any other type. Only for what data model 1 keeps in JSON:
 * what is filtered, joined, counted or listed is a column.
 */
public record Json(String text) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The JSON of a record, map, list or scalar. */
    public static Json of(Object value) {
        return new Json(MAPPER.writeValueAsString(value));
    }

    static JsonGenerator generator(Writer to) {
        return MAPPER.createGenerator(to);
    }

    /** Reads the value back. */
    public <T> T as(Class<T> type) {
        return checked(() -> MAPPER.readValue(text, type));
    }

    /** Reads a generic value back. */
    public <T> T as(TypeReference<T> type) {
        return checked(() -> MAPPER.readValue(text, type));
    }

    /** The value as a tree. */
    public JsonNode tree() {
        return checked(() -> MAPPER.readTree(text));
    }

    private static <T> T checked(Supplier<T> read) {
        try {
            return read.get();
        } catch (JacksonException foreign) {
            throw new IllegalStateException("a jsonb column does not hold what it should", foreign);
        }
    }
}
