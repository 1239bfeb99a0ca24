package io.agencyos.adapters.in.http.testing;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the API answered.
 *
 * @param json the body; a missing node where it is empty or not JSON
 * @param text the body as it came
 */
public record Answer(int status, JsonNode json, String text, HttpHeaders headers) {

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The member at a JSON pointer such as {@code /items/0/name}, as text. */
    public String at(String pointer) {
        return json.at(pointer).asString();
    }

    /** The code of a problem. */
    public String code() {
        return at("/code");
    }
}
