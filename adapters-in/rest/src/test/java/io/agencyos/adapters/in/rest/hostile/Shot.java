package io.agencyos.adapters.in.rest.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request of a hostile client.
 *
 * @param target path and query, encoded as they are sent
 * @param by whose credentials it carries
 */
record Shot(String method, String target, Map<String, String> headers, byte[] body, Sender by) {

    private static final int SHOWN = 600;

    /** Everything in it that a server might echo. */
    String text() {
        return method + " " + target + " " + headers + "\n" + new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        String text = by + " " + text();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "… (" + body.length + " bytes)" : text;
    }
}
