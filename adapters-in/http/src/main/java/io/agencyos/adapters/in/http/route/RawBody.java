package io.agencyos.adapters.in.http.route;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A body nobody has looked at, for proofs over its exact bytes.
 *
 * @param text the bytes as ISO 8859-1, so that none is lost
 * @param headers by lower-case name, the first of each
 */
public record RawBody(String text, Map<String, String> headers) {

    public RawBody {
        headers = Map.copyOf(headers);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
