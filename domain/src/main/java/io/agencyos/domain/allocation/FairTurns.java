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

    private static final class Turn<C> {
        private final Demand<C> demand;
        private final Deque<C> left;
        private final List<C> got = new ArrayList<>();

        Turn(Demand<C> demand) {
            this.demand = demand;
            this.left = new ArrayDeque<>(demand.candidates());
        }

        boolean open() {
            return got.size() < demand.wanted() && !left.isEmpty();
        }

        int compareTo(Turn<C> other) {
            int byRatio =
                    Long.compare((long) got.size() * other.demand.wanted(), (long) other.got.size() * demand.wanted());
            if (byRatio != 0) {
                return byRatio;
            }
            int byPlan = Integer.compare(weight(other.demand.plan()), weight(demand.plan()));
            return byPlan != 0
                    ? byPlan
                    : demand.client().text().compareTo(other.demand.client().text());
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

    /**
     * Serves the demands until all are filled or out of candidates.
     *
     * @param claim takes a candidate for a client; false when somebody else was faster, and the next one is tried
     * @return what each client got, in the order it got it
     */
    public static <C> Map<ClientId, List<C>> serve(Collection<Demand<C>> demands, BiPredicate<ClientId, C> claim) {
        List<Turn<C>> turns = demands.stream().map(Turn::new).toList();
        for (; ; ) {
            Turn<C> next = turns.stream()
                    .filter(Turn::open)
                    .min(Comparator.comparing(turn -> turn, Turn::compareTo))
                    .orElse(null);
            if (next == null) {
                break;
            }
            C candidate = next.left.removeFirst();
            if (claim.test(next.demand.client(), candidate)) {
                next.got.add(candidate);
            }
        }
        Map<ClientId, List<C>> served = new LinkedHashMap<>();
        turns.forEach(turn -> served.put(turn.demand.client(), List.copyOf(turn.got)));
        return served;
    }
}
