package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.LiveBody;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back over the wire.
 *
 * @param mediaType empty where there is no body
 */
record Answer(
        int status,
        String mediaType,
        Map<String, String> headers,
        Body body,
        Optional<LiveBody> live,
        Optional<FileBody> file) {

    Answer {
        headers = Map.copyOf(headers);
    }

    Answer(int status, String mediaType, Map<String, String> headers, Body body) {
        this(status, mediaType, headers, body, Optional.empty(), Optional.empty());
    }

    /** What is written, in UTF-8. */
    record Body(byte[] bytes) {

        static final Body EMPTY = new Body(new byte[0]);

        static Body of(String text) {
            return new Body(text.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static Answer empty(int status, Map<String, String> headers) {
        return new Answer(status, "", headers, Body.EMPTY);
    }

    Answer with(String name, String value) {
        return with(Map.of(name, value));
    }

    Answer with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Answer(status, mediaType, more, body, live, file);
    }
}
