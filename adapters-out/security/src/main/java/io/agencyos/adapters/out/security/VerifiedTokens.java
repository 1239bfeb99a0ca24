package io.agencyos.adapters.out.security;

import com.nimbusds.jose.jwk.ECKey;
import io.agencyos.domain.shared.Digests;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens whose signature was found good, by their hashes: checking one costs a third of a small request, and its bytes never
 * become less true. Whether the key still counts and the token is in its time is asked at every use. The least used go
 * first. Thread-safe.
 */
final class VerifiedTokens {

    private static final int MOST = 10_000;

    private final Map<String, ECKey> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ECKey> eldest) {
            return size() > MOST;
        }
    };

    /** Whether this very key was seen to have signed this very token. */
    boolean holds(String token, ECKey key) {
        String hash = Digests.sha256Hex(token);
        synchronized (seen) {
            return key.equals(seen.get(hash));
        }
    }

    void add(String token, ECKey key) {
        String hash = Digests.sha256Hex(token);
        synchronized (seen) {
            seen.put(hash, key);
        }
    }
}
