package io.agencyos.adapters.in.http.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who calls the API; paths beginning with a slash but not {@code /api} are below the client's. */
public final class Caller {

    private final ApiUnderTest api;
    private final Map<String, String> headers;

    Caller(ApiUnderTest api, Map<String, String> headers) {
        this.api = api;
        this.headers = Map.copyOf(headers);
    }

    /** The token or key of this caller, for a client of one's own. */
    public String token() {
        return headers.getOrDefault("Authorization", "").substring("Bearer ".length());
    }

    /** The same caller with one more header, such as If-Match. */
    public Caller with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Caller(api, more);
    }

    public Answer get(String path) {
        return api.send("GET", path, headers, null, null);
    }

    public Answer delete(String path) {
        return api.send("DELETE", path, headers, null, null);
    }

    /** Without a body. */
    public Answer post(String path) {
        return api.send("POST", path, headers, null, null);
    }

    /** @param json with single quotes for double ones, to be read easily */
    public Answer post(String path, String json) {
        return api.send("POST", path, headers, "application/json", quoted(json));
    }

    public Answer put(String path, String json) {
        return api.send("PUT", path, headers, "application/json", quoted(json));
    }

    public Answer patch(String path, String json) {
        return api.send("PATCH", path, headers, "application/merge-patch+json", quoted(json));
    }

    /** A body of any media type, as it is. */
    public Answer send(String method, String path, String mediaType, String body) {
        return api.send(method, path, headers, mediaType, body);
    }

    /** A file as part {@code file}, and text fields. */
    public Answer upload(String path, String fileName, String content, Map<String, String> fields) {
        String boundary = "a-boundary-that-occurs-nowhere-else";
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        body.append(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n")
                .formatted(boundary, fileName, content, boundary));
        return api.send("POST", path, headers, "multipart/form-data; boundary=" + boundary, body.toString());
    }

    /** Follows the cursors of a list to its end: every page's answer. */
    public List<Answer> pages(String path) {
        return api.pages(this, path);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
