package io.agencyos.application.platform;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Orders that were given with an Idempotency-Key and what was answered, so that the same order has one effect. Needs an
 * open unit of work of the product itself for the key's tenant. Source: api 1.5.
 */
@SecondaryPort
public interface IdempotentRequests {

    /** The tenant of orders that are given outside any client. */
    ClientId NOBODY = new ClientId(new UUID(0, 0));

    /**
     * Names an order.
     *
     * @param scope who gave it, by which method, to which path
     * @param key as sent, 1 to 255 visible ASCII characters
     */
    record Key(ClientId client, String scope, String key) {}

    /** What was answered to an order. */
    record Stored(int status, String mediaType, Map<String, String> headers, String body) {

        public Stored {
            headers = Map.copyOf(headers);
        }
    }

    /** How an order stands. */
    sealed interface Standing {

        /** Nobody has carried it out; it is the caller's now. */
        record Begun() implements Standing {}

        /** Somebody is carrying it out. */
        record InProgress() implements Standing {}

        /** The key belongs to another order. */
        record Reused() implements Standing {}

        /** It was carried out. */
        record Done(Stored answer) implements Standing {}
    }

    /**
     * An attempt to carry an order out.
     *
     * @param fingerprint of the whole order
     * @param lockedUntil when an attempt that has not come back counts as broken off
     * @param expiresAt when the key is forgotten
     */
    record Attempt(Key key, String fingerprint, Instant now, Instant lockedUntil, Instant expiresAt) {}

    /** Begins the order, or says why not. Of two at once exactly one begins. */
    Standing begin(Attempt attempt);

    /** Keeps the answer. */
    void finish(Key key, String fingerprint, Stored answer);

    /** Removes keys of all tenants whose time is over, at most so many; answers how many. Platform unit only. */
    int removeExpired(Instant now, int most);

    /** Forgets the attempt: the same key may be used again. */
    void abandon(Key key, String fingerprint);
}
