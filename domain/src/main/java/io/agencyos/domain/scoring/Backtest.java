package io.agencyos.domain.scoring;

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
        Map<Tier, Integer> before = noLeads();
        Map<Tier, Integer> after = noLeads();
        List<Mover<I>> movers = new ArrayList<>();
        long costBefore = 0;
        long costAfter = 0;
        for (Replayed<I> lead : leads) {
            AlsResult old = lead.before();
            AlsResult replayed = lead.after();
            before.merge(old.tier(), 1, Integer::sum);
            after.merge(replayed.tier(), 1, Integer::sum);
            costBefore += ChannelPrices.cents(lead.plan(), old.availableChannels());
            costAfter += ChannelPrices.cents(lead.plan(), replayed.availableChannels());
            if (old.tier() != replayed.tier()) {
                movers.add(new Mover<>(lead.lead(), old.score(), old.tier(), replayed.score(), replayed.tier()));
            }
        }
        List<Mover<I>> examples = movers.stream()
                .sorted((one, other) -> Integer.compare(other.distance(), one.distance()))
                .limit(EXAMPLES)
                .toList();
        return new Backtest<>(
                leads.size(),
                before,
                after,
                movers.size(),
                examples,
                ranking(leads),
                BigDecimal.valueOf(costBefore, 2),
                BigDecimal.valueOf(costAfter, 2));
    }

    private static <I> @Nullable Ranking ranking(List<Replayed<I>> leads) {
        List<Replayed<I>> told =
                leads.stream().filter(lead -> lead.outcome() != Outcome.OPEN).toList();
        boolean[] converted = new boolean[told.size()];
        ExactPoints[] before = new ExactPoints[converted.length];
        ExactPoints[] after = new ExactPoints[converted.length];
        int conversions = 0;
        for (int i = 0; i < converted.length; i++) {
            Replayed<I> lead = told.get(i);
            converted[i] = lead.outcome() == Outcome.CONVERTED;
            conversions += converted[i] ? 1 : 0;
            before[i] = lead.before().beforeClamp();
            after[i] = lead.after().beforeClamp();
        }
        if (conversions < LEAST_CONVERSIONS || conversions == converted.length) {
            return null;
        }
        ScoreRanking old = new ScoreRanking(before, converted);
        ScoreRanking replayed = new ScoreRanking(after, converted);
        return new Ranking(
                converted.length, conversions, old.auc(), replayed.auc(), old.topFifth(), replayed.topFifth());
    }

    private static Map<Tier, Integer> noLeads() {
        Map<Tier, Integer> counts = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            counts.put(tier, 0);
        }
        return counts;
    }
}
