package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The 20 spots at the founding price, who has one, and which checkouts are completed. Needs a platform unit. Source:
 * scoring PLAN-7 and B15.
 */
@SecondaryPort
public interface FoundingSpots {

    /** @param held reserved by checkouts that are under way */
    record Stand(int total, int taken, int held) {

        /** What may still be offered. */
        public int remaining() {
            return total - taken - held;
        }
    }

    /**
     * A checkout that was completed, so that a second report of it changes nothing.
     *
     * @param spot the founding spot it took, or null
     */
    record Completed(
            String checkout,
            ClientId client,
            Plan plan,
            @Nullable Integer spot,
            Instant at) {}

    /** A hold that has run out at {@code now} counts for nothing. */
    Stand stand(Instant now);

    /** Waits until nobody else changes spots; they stay the caller's until the unit of work ends. */
    void lock();

    /** Reserves a free spot for a checkout, or prolongs the one it has; false when none is left. After {@link #lock}. */
    boolean hold(String checkout, Instant now, Instant until);

    /** Takes the spot that the checkout holds, else a free one; empty when none is left. After {@link #lock}. */
    Optional<Integer> take(String checkout, ClientId client, Instant now);

    /** The spot that the client once took; it is never given back. */
    Optional<Integer> spotOf(ClientId client);

    Optional<Completed> completed(String checkout);

    /** Keeps that the checkout is done. */
    void complete(Completed checkout);
}
