package io.agencyos.domain.client;

import io.agencyos.domain.client.billing.Subscription;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a client gets nobody at all, whoever brings the person: checks 1 to 3 of POOL-6, which no assignment and no import
 * may skip. Source: scoring POOL-6, POOL-8.5.
 */
public enum ClientBar {
    /** The client does not exist, or not any more. */
    NOT_FOUND,
    /** The subscription neither runs nor is on trial. */
    SUBSCRIPTION_INACTIVE,
    /** The client has stopped everything. */
    PAUSED;

    /**
     * The first that holds; empty when nothing bars the client.
     *
     * @param client null when there is none
     * @param subscription null when there is none
     */
    public static Optional<ClientBar> of(@Nullable Client client, @Nullable Subscription subscription) {
        if (client == null || client.deletedAt() != null) {
            return Optional.of(NOT_FOUND);
        }
        if (subscription == null || !subscription.status().isRunning()) {
            return Optional.of(SUBSCRIPTION_INACTIVE);
        }
        return client.paused() ? Optional.of(PAUSED) : Optional.empty();
    }
}
