package io.agencyos.domain.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What would change for leads if another context were in force, without writing anything: the pure part of a
 * backtest. Source: scoring ALS-20.
 *
 * @param before leads per tier as things stand, with all five tiers
 * @param movers leads whose tier would change, in the order given
 */
@ValueObject
public record ReweightingPreview<I>(Map<Tier, Integer> before, Map<Tier, Integer> after, List<Mover<I>> movers) {

    /** A lead and what is known of it. */
    public record Candidate<I>(I lead, LeadFacts facts) {}

    /** A lead whose tier would change. */
    public record Mover<I>(I lead, AlsScore scoreBefore, Tier tierBefore, AlsScore scoreAfter, Tier tierAfter) {}

    public ReweightingPreview {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        movers = List.copyOf(movers);
    }

    /** Scores every lead twice. */
    public static <I> ReweightingPreview<I> compare(Scorer before, Scorer after, Iterable<Candidate<I>> leads) {
        Map<Tier, Integer> countBefore = noLeads();
        Map<Tier, Integer> countAfter = noLeads();
        List<Mover<I>> movers = new ArrayList<>();
        for (Candidate<I> lead : leads) {
            AlsResult old = before.score(lead.facts());
            AlsResult replayed = after.score(lead.facts());
            countBefore.merge(old.tier(), 1, Integer::sum);
            countAfter.merge(replayed.tier(), 1, Integer::sum);
            if (old.tier() != replayed.tier()) {
                movers.add(new Mover<>(lead.lead(), old.score(), old.tier(), replayed.score(), replayed.tier()));
            }
        }
        return new ReweightingPreview<>(countBefore, countAfter, movers);
    }

    private static Map<Tier, Integer> noLeads() {
        Map<Tier, Integer> counts = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            counts.put(tier, 0);
        }
        return counts;
    }
}
