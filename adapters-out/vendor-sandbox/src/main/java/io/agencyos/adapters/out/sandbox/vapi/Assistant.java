package io.agencyos.adapters.out.sandbox.vapi;

import io.agencyos.adapters.out.sandbox.http.Body;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored assistant as it was posted. */
record Assistant(String id, Body body) {

    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(body.values());
        fields.put("id", id);
        return fields;
    }

    Optional<String> serverUrl() {
        return body.has("server") ? body.body("server").text("url") : Optional.empty();
    }

    /** The secret that goes out in a header; empty where messages are signed. */
    Optional<String> serverSecret() {
        return body.has("server") && body.body("server").has("headers")
                ? body.body("server").body("headers").text("X-Vapi-Secret")
                : Optional.empty();
    }
}
