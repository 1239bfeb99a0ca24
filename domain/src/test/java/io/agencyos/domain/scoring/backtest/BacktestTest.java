package io.agencyos.domain.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.Contexts;
import io.agencyos.domain.scoring.ExactPoints;
import io.agencyos.domain.scoring.Lead;
import io.agencyos.domain.scoring.Scorer;
import io.agencyos.domain.scoring.WorkedExamplesTest;
import io.agencyos.domain.scoring.backtest.Backtest.Mover;
import io.agencyos.domain.scoring.backtest.Backtest.Outcome;
import io.agencyos.domain.scoring.backtest.Backtest.Replayed;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final Scorer NOW = new Scorer(Contexts.platform());
    private static final Scorer BENCHMARK = new Scorer(Contexts.weights(WeightsInForce.BENCHMARK));
    private static final List<Channel> PLAN = List.of(Channel.EMAIL, Channel.VOICE, Channel.SMS);

    private static Replayed<String> replayed(String name, Lead lead, Outcome outcome) {
        return new Replayed<>(name, NOW.score(lead.facts()), BENCHMARK.score(lead.facts()), outcome, PLAN);
    }

    // ALS-20, example; ALS-12
    @Test
    void benchmark_weights_would_move_row_38_from_hot_to_warm() {
        Backtest<String> test = Backtest.of(List.of(
                replayed("row 38", WorkedExamplesTest.row38(), Outcome.OPEN),
                replayed("row 1", Lead.reference(), Outcome.OPEN)));

        assertThat(test.before())
                .isEqualTo(Map.of(Tier.HOT, 2, Tier.WARM, 0, Tier.COOL, 0, Tier.COLD, 0, Tier.DEAD, 0));
        assertThat(test.after()).isEqualTo(Map.of(Tier.HOT, 1, Tier.WARM, 1, Tier.COOL, 0, Tier.COLD, 0, Tier.DEAD, 0));
        assertThat(test.moved()).isEqualTo(1);
        assertThat(test.examples())
                .containsExactly(new Mover<>("row 38", AlsScore.of(85), Tier.HOT, AlsScore.of(83), Tier.WARM));
    }

    // ALS-20, TIER-2: a text is closed below 85, a call stays open
    @Test
    void the_planned_cost_follows_the_channels_that_stay_open() {
        Backtest<String> test = Backtest.of(List.of(replayed("row 38", WorkedExamplesTest.row38(), Outcome.OPEN)));

        assertThat(test.costBefore()).isEqualByComparingTo("2.09");
        assertThat(test.costAfter()).isEqualByComparingTo("2.01");
    }

    // ALS-20: a client without snapshots gets an empty result
    @Test
    void without_snapshots_the_result_is_empty() {
        Backtest<String> test = Backtest.of(List.of());

        assertThat(test.leads()).isZero();
        assertThat(test.before().values()).containsOnly(0);
        assertThat(test.ranking()).isNull();
        assertThat(test.costAfter()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    // ALS-20: null below 20 conversions; those too young to tell are left out
    @Test
    void figures_of_the_ranking_need_twenty_conversions() {
        List<Replayed<String>> leads = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            leads.add(replayed("bought " + i, Lead.reference(), Outcome.CONVERTED));
            leads.add(replayed("silent " + i, Lead.settled(), Outcome.SILENT));
        }
        leads.add(replayed("young", Lead.reference(), Outcome.OPEN));
        assertThat(Backtest.of(leads).ranking()).isNull();

        leads.add(replayed("bought 20", Lead.settled(), Outcome.CONVERTED));
        Backtest.Ranking ranking = Objects.requireNonNull(Backtest.of(leads).ranking());

        assertThat(ranking.units()).isEqualTo(39);
        assertThat(ranking.conversions()).isEqualTo(20);
        assertThat(ranking.aucBefore().value())
                .as("19 of 20 above all 19 silent ones, one level with them")
                .isEqualByComparingTo("0.9750");
        assertThat(ranking.topFifthBefore().value())
                .as("8 places for 19 equals, of 20")
                .isEqualByComparingTo("0.4000");
        assertThat(ranking.topFifthBefore().low()).isEqualByComparingTo("0.2188");
        assertThat(ranking.topFifthBefore().high()).isEqualByComparingTo("0.6134");
    }

    // ALS-20: the area of a known ranking and its DeLong interval
    @Test
    void the_area_counts_pairs_and_ties_as_halves() {
        ExactPoints[] scores = {whole(1), whole(2), whole(2), whole(3), whole(4)};
        ScoreRanking ranking = new ScoreRanking(scores, new boolean[] {false, true, false, false, true});

        // pairs won: 2 beats 1 and half of 2; 4 beats all: (1 + 0.5 + 3) of 6
        assertThat(ranking.auc().value()).isEqualByComparingTo("0.7500");
        assertThat(ranking.auc().low()).isLessThan(new BigDecimal("0.75"));
        assertThat(ranking.auc().high()).isEqualByComparingTo("1.0000");
        assertThat(ranking.topFifth().value()).isEqualByComparingTo("0.5000");
    }

    private static ExactPoints whole(int points) {
        return ExactPoints.whole(points);
    }
}
