package io.agencyos.adapters.in.web.conversation;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.RawBody;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What people may say besides: why they opt out, or which address was written to. A body that says nothing of it opts out all
 * the same.
 */
final class UnsubscribeForm {

    private static final String TYPE = "content-type";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REASON = "reason=";
    private static final String EMAIL = "email";

    private UnsubscribeForm() {}

    static Optional<String> reason(RawBody body) {
        return field(body, REASON);
    }

    /** Of somebody whose link is broken: in a form, or from a program as JSON. */
    static Optional<EmailAddress> address(RawBody body) {
        return field(body, EMAIL + "=")
                .or(() -> member(body))
                .flatMap(text -> EmailAddress.parse(text).toOptional());
    }

    private static Optional<String> member(RawBody body) {
        if (!body.headers().getOrDefault(TYPE, "").startsWith("application/json")) {
            return Optional.empty();
        }
        try {
            return Json.MAPPER.readTree(body.bytes()).path(EMAIL).asStringOpt();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> field(RawBody body, String name) {
        if (!body.headers().getOrDefault(TYPE, "").startsWith(FORM)) {
            return Optional.empty();
        }
        for (String field : body.text().split("&")) {
            if (field.startsWith(name)) {
                return decoded(field.substring(name.length())).filter(text -> !text.isBlank());
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
