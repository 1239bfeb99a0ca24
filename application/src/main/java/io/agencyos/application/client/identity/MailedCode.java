package io.agencyos.application.client.identity;

import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.SecretText;
import java.util.Map;

/** A code that was mailed to complete one sign-in; its hash waits with the half that it completes. Source: api 2, throttle. */
final class MailedCode {

    private static final String HASH = "mailed_hash";

    private MailedCode() {}

    static Map<String, String> payload(SecretText code) {
        return Map.of(HASH, Digests.sha256Hex(code.reveal()));
    }

    /** Whether this half of a sign-in waits for a mailed code. */
    static boolean isAwaitedBy(OneTimeToken half) {
        return half.payload().containsKey(HASH);
    }

    static boolean matches(OneTimeToken half, String code) {
        return Digests.sha256Hex(code.strip()).equals(half.payload().get(HASH));
    }
}
