package io.agencyos.adapters.in.rest.card;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The parts of an uploaded table. Source: api 9.6. */
public final class Uploaded {

    private static final int LONGEST_NAME = 255;

    private Uploaded() {}

    public static byte[] bytes(Upload upload) {
        try (InputStream content = upload.content().open()) {
            return content.readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The name without a path. */
    public static String name(Upload upload) {
        String plain = upload.fileName().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    /** A refusal of the part of this name. */
    public static FieldError part(String name, String code, String message) {
        return FieldError.of("/" + name, code, message);
    }

    /** The part {@code column_map}: header to member; empty where there is none. */
    public static Map<String, String> columns(@Nullable String json, FieldErrors errors) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (json == null || json.isBlank()) {
            return columns;
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(json);
            if (tree.isObject() && tree.values().stream().allMatch(JsonNode::isString)) {
                tree.properties()
                        .forEach(entry ->
                                columns.put(entry.getKey(), entry.getValue().stringValue()));
                return columns;
            }
        } catch (JacksonException notJson) {
            errors.add(part("column_map", "malformed", "The map of columns is not JSON."));
            return columns;
        }
        errors.add(part("column_map", "wrong_type", "The map of columns is an object of texts."));
        return columns;
    }
}
