package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.rest.route.RawBody;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The reason that a person may give; a body that is anything else gives none, and opts out all the same. */
final class UnsubscribeForm {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FIELD = "reason=";

    private UnsubscribeForm() {}

    static Optional<String> reason(RawBody body) {
        if (!body.headers().getOrDefault("content-type", "").startsWith(FORM)) {
            return Optional.empty();
        }
        for (String field : body.text().split("&")) {
            if (field.startsWith(FIELD)) {
                return decoded(field.substring(FIELD.length())).filter(reason -> !reason.isBlank());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }
}
