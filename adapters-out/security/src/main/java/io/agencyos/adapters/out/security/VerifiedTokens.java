package io.agencyos.adapters.out.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import io.agencyos.domain.shared.Digests;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens whose signature was found good, by their hashes, with what they say: checking one costs a third of a small request,
 * and its bytes never become less true. Whether the key still counts and the token is in its time is asked at every use. The
 * least used go first. Thread-safe.
 */
final class VerifiedTokens {

    private static final int MOST = 10_000;

    /** What was signed, and by which key. */
    record Verified(String kid, JWK key, JWTClaimsSet claims) {}

    private final Map<String, Verified> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    };

    Optional<Verified> find(String token) {
        String hash = Digests.sha256Hex(token);
        synchronized (seen) {
            return Optional.ofNullable(seen.get(hash));
        }
    }

    void add(String token, Verified verified) {
        String hash = Digests.sha256Hex(token);
        synchronized (seen) {
            seen.put(hash, verified);
        }
    }
}
