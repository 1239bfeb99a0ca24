package io.agencyos.application.client.identity.store;

import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Keys that sign access tokens, the private halves encrypted. Needs an open platform unit of work. Source: api 2. */
@SecondaryPort
public interface SigningKeys {

    /**
     * One key pair.
     *
     * @param publicJwk the public half as a JSON Web Key
     * @param privateCiphertext {@code v1:{key_id}:{nonce}:{ciphertext}} (api 7)
     * @param retiredAt since when another key signs; what this one signed is believed on
     */
    record StoredKey(
            String kid,
            String publicJwk,
            String privateCiphertext,
            Instant activatedAt,
            @Nullable Instant retiredAt) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return "StoredKey[" + kid + "]";
        }
    }

    /** Holds other nodes back until the unit of work ends, so that two of them do not make a first key each. */
    void hold();

    /** Every key, the newest activation first. */
    List<StoredKey> all();

    void insert(StoredKey key);

    void retire(String kid, Instant at);
}
