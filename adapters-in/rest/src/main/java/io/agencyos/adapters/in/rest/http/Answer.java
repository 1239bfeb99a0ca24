package io.agencyos.adapters.in.rest.http;

import io.agencyos.adapters.in.rest.route.FileBody;
import io.agencyos.adapters.in.rest.route.LiveBody;
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
        String body,
        Optional<LiveBody> live,
        Optional<FileBody> file) {

    Answer {
        headers = Map.copyOf(headers);
    }

    Answer(int status, String mediaType, Map<String, String> headers, String body) {
        this(status, mediaType, headers, body, Optional.empty(), Optional.empty());
    }

    static Answer empty(int status, Map<String, String> headers) {
        return new Answer(status, "", headers, "");
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, mediaType, more, body, live, file);
    }
}
