package io.agencyos.domain.allocation;

import io.agencyos.domain.client.Plan;
import io.agencyos.domain.shared.ClientId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Whose turn it is when several clients want people at once: the one with the lowest fill ratio takes its best
 * candidate that is left, and the order is looked at again after every lead. Ties: the higher plan, then the id.
 * Source: scoring POOL-8.3.
 */
public final class FairTurns {

    /**
     * What a client wants.
     *
     * @param wanted capped by credits and by the campaigns' shares, at least 1
     * @param candidates the best first
     */
    public record Demand<C>(ClientId client, Plan plan, int wanted, List<C> candidates) {

        public Demand {
            candidates = List.copyOf(candidates);
        }
    }

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

    /**
     * Serves demands whose candidates are known from the start.
     *
     * @param claim takes a candidate for a client; false when somebody else was faster, and the next one is tried
     * @return what each client got, in the order it got it
     */
    public static <C> Map<ClientId, List<C>> serve(Collection<Demand<C>> demands, BiPredicate<ClientId, C> claim) {
        Map<ClientId, Deque<C>> left = new LinkedHashMap<>();
        Map<ClientId, List<C>> got = new LinkedHashMap<>();
        demands.forEach(demand -> {
            left.put(demand.client(), new ArrayDeque<>(demand.candidates()));
            got.put(demand.client(), new ArrayList<>());
        });
        FairTurns turns = new FairTurns(demands.stream()
                .map(demand -> new Wanting(demand.client(), demand.plan(), demand.wanted()))
                .toList());
        for (Optional<ClientId> next = turns.next(); next.isPresent(); next = turns.next()) {
            ClientId client = next.get();
            Deque<C> candidates = Objects.requireNonNull(left.get(client));
            boolean took = false;
            while (!took && !candidates.isEmpty()) {
                C candidate = candidates.removeFirst();
                took = claim.test(client, candidate);
                if (took) {
                    Objects.requireNonNull(got.get(client)).add(candidate);
                    turns.took(client);
                }
            }
            if (!took) {
                turns.leaves(client);
            }
        }
        return got;
    }
}
