package io.agencyos.domain.allocation;

import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose turn it is when several clients want people at once: the one with the lowest fill ratio takes its best
 * candidate that is left, and the order is looked at again after every lead. Ties: the higher plan, then the id.
 * Source: scoring POOL-8.3.
 */
public final class FairTurns {

    /**
     * How much a client wants in all.
     *
     * @param wanted sum of its demands, capped by its credits
     */
    public record Wanting(ClientId client, Plan plan, int wanted) {}

    private static final class Place {
        private final Wanting wanting;
        private final String id;
        private int filled;
        private boolean out;

        Place(Wanting wanting) {
            this.wanting = wanting;
            this.id = wanting.client().text();
        }

        boolean open() {
            return !out && filled < wanting.wanted();
        }

        int compareTo(Place other) {
            int byRatio = Long.compare((long) filled * other.wanting.wanted(), (long) other.filled * wanting.wanted());
            if (byRatio != 0) {
                return byRatio;
            }
            int byPlan = Integer.compare(weight(other.wanting.plan()), weight(wanting.plan()));
            return byPlan != 0 ? byPlan : id.compareTo(other.id);
        }
    }

    private final Map<ClientId, Place> places = new LinkedHashMap<>();

    public FairTurns(Collection<Wanting> wanting) {
        wanting.forEach(one -> places.putIfAbsent(one.client(), new Place(one)));
    }

    /** 4, 2 or 1. */
    static int weight(Plan plan) {
        return switch (plan) {
            case DOMINANCE -> 4;
            case VELOCITY -> 2;
            case IGNITION -> 1;
        };
    }

    /** Whose turn it is; empty when everybody is filled or has left. */
    public Optional<ClientId> next() {
        return places.values().stream()
                .filter(Place::open)
                .min(Place::compareTo)
                .map(place -> place.wanting.client());
    }

    /** The client got somebody. */
    public void took(ClientId client) {
        place(client).filled++;
    }

    /** The client has no candidate or no demand left. */
    public void leaves(ClientId client) {
        place(client).out = true;
    }

    /** The client did not get so many of those whom it took, and may have turns again. */
    public void gaveBack(ClientId client, int leads) {
        Place place = place(client);
        place.filled -= leads;
        place.out = false;
    }

    private Place place(ClientId client) {
        return Objects.requireNonNull(places.get(client));
    }
}
