package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.scoring.ScoringBodies.ChoicePatch;
import io.agencyos.adapters.in.rest.scoring.ScoringBodies.SubWeightsBody;
import io.agencyos.adapters.in.rest.scoring.ScoringBodies.WeightsBody;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.backtest.Backtest;
import io.agencyos.domain.scoring.backtest.RankingFigure;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.LeadId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What would change, as callers ask and are told. Source: api 9.10, scoring ALS-20. */
final class BacktestViews {

    private BacktestViews() {}

    /** What of the profile would change; what is not mentioned stays. */
    record IcpChange(
            @Text(min = 0, max = 1000) Change<List<String>> industries,
            @Text(min = 0, max = 1000) Change<List<String>> companySizes,
            @Text(min = 0, max = 1000) Change<List<String>> locations,
            @Text(min = 0, max = 100) Change<List<String>> technologies,
            @Text(min = 0, max = 253) Change<List<String>> competitors,
            Change<@Nullable SubWeightsBody> subWeights,
            Change<Boolean> titleVeto) {

        static final IcpChange NONE = new IcpChange(
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }

    /**
     * Weights null: those of the next source.
     *
     * @param weights the weights that are tried, as ratios or whole numbers; null takes those of the next source in
     *     order, left out those in force
     * @param icp what of the ideal customer would be otherwise; null leaves it as it is
     */
    record Proposed(
            Change<@Nullable WeightsBody> weights,
            Change<Boolean> benchmarkWeights,
            @Nullable IcpChange icp) {

        private IcpChange change() {
            return icp == null ? IcpChange.NONE : icp;
        }

        ScoringSetup.Choice choice(ScoringSetup.Choice before, FieldErrors errors) {
            IcpChange change = change();
            return new ChoicePatch(
                            change.technologies(),
                            change.competitors(),
                            change.subWeights(),
                            weights,
                            benchmarkWeights,
                            change.titleVeto())
                    .merged(before, "", errors);
        }

        IcpTarget target(IcpTarget before) {
            IcpChange change = change();
            return new IcpTarget(
                    orElse(change.industries(), before.industries()),
                    before.titles(),
                    orElse(change.companySizes(), before.companySizes()),
                    orElse(change.locations(), before.locations()),
                    before.seniorities(),
                    before.keywords(),
                    before.exclusions(),
                    before.painPoints());
        }

        private static List<String> orElse(Change<List<String>> change, List<String> before) {
            List<String> value = change.value();
            return value == null ? before : value;
        }
    }

    /** Leads per tier. */
    record Tiers(int hot, int warm, int cool, int cold, int dead) {

        static Tiers of(Map<Tier, Integer> counts) {
            return new Tiers(
                    counts.getOrDefault(Tier.HOT, 0),
                    counts.getOrDefault(Tier.WARM, 0),
                    counts.getOrDefault(Tier.COOL, 0),
                    counts.getOrDefault(Tier.COLD, 0),
                    counts.getOrDefault(Tier.DEAD, 0));
        }
    }

    /** A lead whose tier would change. */
    record Moved(UUID leadId, int scoreBefore, Tier tierBefore, int scoreAfter, Tier tierAfter) {

        static Moved of(Backtest.Mover<LeadId> mover) {
            return new Moved(
                    mover.lead().value(),
                    mover.scoreBefore().value(),
                    mover.tierBefore(),
                    mover.scoreAfter().value(),
                    mover.tierAfter());
        }
    }

    /**
     * A share with its 95 % interval.
     *
     * @param value the share, 0 to 1
     */
    record Figure(BigDecimal value, BigDecimal ciLow, BigDecimal ciHigh) {

        static Figure of(RankingFigure figure) {
            return new Figure(figure.value(), figure.low(), figure.high());
        }
    }

    /**
     * One figure as things stand and as they would be.
     *
     * @param before the figure as it is
     * @param after the figure as it would be
     */
    record BeforeAfter(Figure before, Figure after) {}

    /**
     * What is planned for channels, over all leads.
     *
     * @param beforeCents what is planned now, in cents
     * @param afterCents what would be planned, in cents
     * @param changeCents how much more would be planned, in cents; negative for less
     */
    record Cost(long beforeCents, long afterCents, long changeCents, String currency) {

        static Cost of(Backtest<LeadId> result) {
            long before = cents(result.costBefore());
            long after = cents(result.costAfter());
            return new Cost(before, after, after - before, "AUD");
        }

        private static long cents(BigDecimal dollars) {
            return dollars.movePointRight(2).longValueExact();
        }
    }

    /**
     * What would change; the figures of the ranking are null below twenty conversions.
     *
     * @param leads leads that were scored both ways
     * @param tiersBefore how many leads have which tier now
     * @param tiersAfter how many leads would have which tier
     * @param movedCount how many leads would have another tier
     * @param moved leads whose tier would change, some of them as examples
     * @param conversions how many of the leads converted; null below twenty, where nothing can be said
     * @param topFifthCapture of all conversions, the share among the fifth of the leads that scored best; null below twenty
     *     conversions
     * @param channelCost what is planned for channels, as things stand and as they would be
     */
    record Result(
            int leads,
            Tiers tiersBefore,
            Tiers tiersAfter,
            int movedCount,
            List<Moved> moved,
            @Nullable Integer conversions,
            @Nullable BeforeAfter auc,
            @Nullable BeforeAfter topFifthCapture,
            Cost channelCost) {

        static Result of(Backtest<LeadId> result) {
            Backtest.Ranking ranking = result.ranking();
            return new Result(
                    result.leads(),
                    Tiers.of(result.before()),
                    Tiers.of(result.after()),
                    result.moved(),
                    result.examples().stream().map(Moved::of).toList(),
                    ranking == null ? null : ranking.conversions(),
                    ranking == null
                            ? null
                            : new BeforeAfter(Figure.of(ranking.aucBefore()), Figure.of(ranking.aucAfter())),
                    ranking == null
                            ? null
                            : new BeforeAfter(Figure.of(ranking.topFifthBefore()), Figure.of(ranking.topFifthAfter())),
                    Cost.of(result));
        }
    }

    static final Proposed CHANGE = new Proposed(Change.to(WeightsBody.BENCHMARK), Change.absent(), null);

    static final Result RESULT = new Result(
            2,
            new Tiers(2, 0, 0, 0, 0),
            new Tiers(1, 1, 0, 0, 0),
            1,
            List.of(new Moved(UUID.fromString("019baaaa-0000-7000-8000-00000000001e"), 85, Tier.HOT, 83, Tier.WARM)),
            null,
            null,
            null,
            new Cost(418, 410, -8, "AUD"));
}
