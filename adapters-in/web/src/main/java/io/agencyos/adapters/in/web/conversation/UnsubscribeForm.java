package io.agencyos.adapters.in.web.conversation;

import io.agencyos.adapters.in.http.route.RawBody;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The reason that a person may give; a body that is anything else gives none, and opts out all the same. */
final class UnsubscribeForm {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REASON = "reason=";
    private static final String ADDRESS = "address=";

    private UnsubscribeForm() {}

    static Optional<String> reason(RawBody body) {
        return field(body, REASON);
    }

    /** Of somebody whose link is broken. */
    static Optional<EmailAddress> address(RawBody body) {
        return field(body, ADDRESS)
                .flatMap(text -> EmailAddress.parse(text.strip()).toOptional());
    }

    private static Optional<String> field(RawBody body, String name) {
        if (!body.headers().getOrDefault("content-type", "").startsWith(FORM)) {
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
