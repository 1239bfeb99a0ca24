package io.agencyos.adapters.in.http.server;

import java.util.Optional;
import java.util.UUID;

/** Ids as they stand in addresses: lower-case, hyphenated, 36 characters. Source: api 1.1. */
final class Ids {

    private static final String FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private Ids() {}

    static Optional<UUID> parse(String text) {
        return isOne(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char given = text.charAt(i);
            boolean digit = given >= '0' && given <= '9' || given >= 'a' && given <= 'f';
            if (FORM.charAt(i) == '-' ? given != '-' : !digit) {
                return false;
            }
        }
        return true;
    }
}
