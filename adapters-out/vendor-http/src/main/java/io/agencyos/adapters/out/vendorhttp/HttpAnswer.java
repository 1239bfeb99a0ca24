package io.agencyos.adapters.out.vendorhttp;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a vendor answered, for reading a refusal.
 *
 * @param headers by lower-case name
 */
public record HttpAnswer(int status, Map<String, Collection<String>> headers, byte[] body) {

    /** First value of a header, its name in lower case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Shows neither headers nor body: answers end up in logs. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
