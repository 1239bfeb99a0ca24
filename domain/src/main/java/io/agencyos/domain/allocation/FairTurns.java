package io.agencyos.domain.allocation;

import io.agencyos.domain.client.Plan;
import io.agencyos.domain.shared.ClientId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

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

    /** What came of a turn. */
    public enum Turn {
        /** The client got somebody. */
        TOOK,
        /** It has no candidate or no demand left, and leaves. */
        OUT
    }

    private static final class Place {
        private final Wanting wanting;
        private int filled;
        private boolean out;

        Place(Wanting wanting) {
            this.wanting = wanting;
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
            return byPlan != 0
                    ? byPlan
                    : wanting.client().text().compareTo(other.wanting.client().text());
        }
    }

    private FairTurns() {}

    /** 4, 2 or 1. */
    static int weight(Plan plan) {
        return switch (plan) {
            case DOMINANCE -> 4;
            case VELOCITY -> 2;
            case IGNITION -> 1;
        };
    }

    /** Gives the turns until everybody is filled or out; {@code turn} serves the client whose turn it is. */
    public static void serve(Collection<Wanting> wanting, Function<ClientId, Turn> turn) {
        List<Place> places = wanting.stream().map(Place::new).toList();
        for (; ; ) {
            Optional<Place> next =
                    places.stream().filter(Place::open).min(Comparator.comparing(place -> place, Place::compareTo));
            if (next.isEmpty()) {
                return;
            }
            switch (turn.apply(next.get().wanting.client())) {
                case TOOK -> next.get().filled++;
                case OUT -> next.get().out = true;
            }
        }
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
        serve(
                demands.stream()
                        .map(demand -> new Wanting(demand.client(), demand.plan(), demand.wanted()))
                        .toList(),
                client -> {
                    Deque<C> candidates = Objects.requireNonNull(left.get(client));
                    while (!candidates.isEmpty()) {
                        C candidate = candidates.removeFirst();
                        if (claim.test(client, candidate)) {
                            Objects.requireNonNull(got.get(client)).add(candidate);
                            return Turn.TOOK;
                        }
                    }
                    return Turn.OUT;
                });
        return got;
    }
}
