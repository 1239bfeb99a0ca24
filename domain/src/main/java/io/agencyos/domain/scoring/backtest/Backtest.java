package io.agencyos.domain.scoring.backtest;

import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.ExactPoints;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.ChannelPrices;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What a change of weights or targets would have made of leads whose facts are frozen: the same facts scored as things
 * stand and as they would be. Nothing is written. Source: scoring ALS-20, B7.
 *
 * @param before leads per tier, with all five tiers
 * @param moved how many leads would change tier
 * @param examples of those that move, the largest difference first
 * @param ranking how well the scores sort conversions; null below twenty conversions or where every lead converted
 * @param costBefore AUD planned for channels
 */
@ValueObject
public record Backtest<I>(
        int leads,
        Map<Tier, Integer> before,
        Map<Tier, Integer> after,
        int moved,
        List<Mover<I>> examples,
        @Nullable Ranking ranking,
        BigDecimal costBefore,
        BigDecimal costAfter) {

    /** What became of a lead within the time that counts. */
    public enum Outcome {
        CONVERTED,
        SILENT,
        /** Too young to tell. */
        OPEN
    }

    /**
     * A lead, scored twice.
     *
     * @param plan the channels of its sequence, one for each step
     */
    public record Replayed<I>(I lead, AlsResult before, AlsResult after, Outcome outcome, List<Channel> plan) {}

    /** A lead whose tier would change. */
    public record Mover<I>(I lead, AlsScore scoreBefore, Tier tierBefore, AlsScore scoreAfter, Tier tierAfter) {

        int distance() {
            return Math.abs(scoreAfter.value() - scoreBefore.value());
        }
    }

    /** The area under the curve, and the share of all conversions that the best-scored fifth holds. */
    public record Ranking(
            int units,
            int conversions,
            RankingFigure aucBefore,
            RankingFigure aucAfter,
            RankingFigure topFifthBefore,
            RankingFigure topFifthAfter) {}

    private static final int EXAMPLES = 20;
    private static final int LEAST_CONVERSIONS = 20;

    public Backtest {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        examples = List.copyOf(examples);
    }

    /** Compares the scores of all of them. */
    public static <I> Backtest<I> of(List<Replayed<I>> leads) {
        Tally<I> tally = new Tally<>();
        leads.forEach(tally::add);
        return tally.result();
    }

    /** What has been compared so far; keeps no more of a lead than the result needs. */
    public static final class Tally<I> {

        /** How a lead whose outcome is known was ranked. */
        private record Ranked(ExactPoints before, ExactPoints after, boolean converted) {}

        private final Map<Tier, Integer> before = noLeads();
        private final Map<Tier, Integer> after = noLeads();
        private final List<Mover<I>> movers = new ArrayList<>();
        private final List<Ranked> ranked = new ArrayList<>();
        private int leads;
        private long costBefore;
        private long costAfter;

        public void add(Replayed<I> lead) {
            AlsResult old = lead.before();
            AlsResult replayed = lead.after();
            leads++;
            before.merge(old.tier(), 1, Integer::sum);
            after.merge(replayed.tier(), 1, Integer::sum);
            costBefore += ChannelPrices.cents(lead.plan(), old.availableChannels());
            costAfter += ChannelPrices.cents(lead.plan(), replayed.availableChannels());
            if (old.tier() != replayed.tier()) {
                movers.add(new Mover<>(lead.lead(), old.score(), old.tier(), replayed.score(), replayed.tier()));
            }
            if (lead.outcome() != Outcome.OPEN) {
                ranked.add(new Ranked(old.beforeClamp(), replayed.beforeClamp(), lead.outcome() == Outcome.CONVERTED));
            }
        }

        public Backtest<I> result() {
            List<Mover<I>> examples = movers.stream()
                    .sorted((one, other) -> Integer.compare(other.distance(), one.distance()))
                    .limit(EXAMPLES)
                    .toList();
            return new Backtest<>(
                    leads,
                    before,
                    after,
                    movers.size(),
                    examples,
                    ranking(),
                    BigDecimal.valueOf(costBefore, 2),
                    BigDecimal.valueOf(costAfter, 2));
        }

        private @Nullable Ranking ranking() {
            boolean[] converted = new boolean[ranked.size()];
            ExactPoints[] old = new ExactPoints[converted.length];
            ExactPoints[] replayed = new ExactPoints[converted.length];
            int conversions = 0;
            for (int i = 0; i < converted.length; i++) {
                Ranked lead = ranked.get(i);
                converted[i] = lead.converted();
                conversions += converted[i] ? 1 : 0;
                old[i] = lead.before();
                replayed[i] = lead.after();
            }
            if (conversions < LEAST_CONVERSIONS || conversions == converted.length) {
                return null;
            }
            ScoreRanking first = new ScoreRanking(old, converted);
            ScoreRanking second = new ScoreRanking(replayed, converted);
            return new Ranking(
                    converted.length, conversions, first.auc(), second.auc(), first.topFifth(), second.topFifth());
        }
    }

    private static Map<Tier, Integer> noLeads() {
        Map<Tier, Integer> counts = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            counts.put(tier, 0);
        }
        return counts;
    }
}
