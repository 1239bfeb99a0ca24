package io.agencyos.application.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.client.EditIcp;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.backtest.Backtest;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.BacktestId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people change by hand, tried on the past first: the same stories in memory and on PostgreSQL. */
public abstract class ScoringChangesContract extends TreatmentStories {

    private static final ScoringSetup.Choice BENCHMARK =
            new ScoringSetup.Choice(List.of(), List.of(), null, null, true, false);

    @Test // ALS-20: without a backtest of exactly this change, at most a day old, nothing takes effect
    void a_change_takes_effect_only_with_a_backtest_of_exactly_it() {
        Asking asking = asking();
        Lead lead = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        ScoringSetup.Choice own = ScoringSetup.Choice.NONE.weighing(Weights.BENCHMARK);
        BacktestId other = backtest(asking, target(asking), BENCHMARK);

        assertThat(edit(asking, target(asking), own, null)).isEqualTo(new EditIcp.Outcome.BacktestRequired());
        assertThat(edit(asking, target(asking), own, other)).isEqualTo(new EditIcp.Outcome.BacktestRequired());
        assertThat(edit(asking, target(asking), own, new BacktestId(UUID.randomUUID())))
                .isEqualTo(new EditIcp.Outcome.BacktestRequired());
        BacktestId old = backtest(asking, target(asking), own);
        scenario().advance(Duration.ofHours(24).plusMillis(1));
        assertThat(edit(asking, target(asking), own, old)).isEqualTo(new EditIcp.Outcome.BacktestRequired());
        assertThat(inForce(asking)).isEqualTo(WeightsSource.DEFAULT);

        BacktestId exact = backtest(asking, target(asking), own);
        scenario().advance(Duration.ofHours(24));
        assertThat(edit(asking, target(asking), own, exact)).isInstanceOf(EditIcp.Outcome.Saved.class);

        assertThat(inForce(asking)).isEqualTo(WeightsSource.CLIENT_CUSTOM);
        runAll(asking);
        assertThat(causes(lead)).containsExactly(ScoreCause.REWEIGHT, ScoreCause.INITIAL);
        assertThat(history(lead).getFirst().snapshot().weightsVersion()).isEqualTo(1);
    }

    @Test // ALS-20: targets, technologies, competitors and sub-weights too; what does not score needs no backtest
    void whatever_scores_needs_a_backtest_and_nothing_else_does() {
        Asking asking = asking();
        IcpTarget live = target(asking);
        List<ScoringSetup.Choice> choices = List.of(
                new ScoringSetup.Choice(List.of("Kubernetes"), List.of(), null, null, false, false),
                new ScoringSetup.Choice(List.of(), List.of("rival.example"), null, null, false, false),
                new ScoringSetup.Choice(List.of(), List.of(), new SubWeights(15, 5, 5), null, false, false),
                new ScoringSetup.Choice(List.of(), List.of(), null, null, false, true),
                BENCHMARK);
        assertThat(choices)
                .allSatisfy(choice ->
                        assertThat(edit(asking, live, choice, null)).isEqualTo(new EditIcp.Outcome.BacktestRequired()));
        assertThat(edit(asking, wanting(live, "Construction"), ScoringSetup.Choice.NONE, null))
                .isEqualTo(new EditIcp.Outcome.BacktestRequired());
        IcpTarget otherTitles = new IcpTarget(
                live.industries(),
                List.of("Founder"),
                live.companySizes(),
                live.locations(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(edit(asking, otherTitles, ScoringSetup.Choice.NONE, null)).isInstanceOf(EditIcp.Outcome.Saved.class);
    }

    @Test // ALS-12: the sources in order, with the reason why one is passed over; ALS-8, ALS-5: choices score
    void a_choice_scores_and_shows_in_the_sources() {
        Asking asking = asking();
        Lead lead = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        ScoringSetup.Choice rival = new ScoringSetup.Choice(
                List.of(),
                List.of(Objects.requireNonNull(lead.company().domain()).value()),
                null,
                null,
                true,
                false);

        tried(asking, target(asking), rival);
        runAll(asking);

        assertThat(causes(lead)).containsExactly(ScoreCause.ICP_CHANGED, ScoreCause.INITIAL);
        assertThat(inForce(lead).gates()).containsExactly("competitor");
        assertThat(scenario().scoring().changeScoring().current(viewer(asking))).isEqualTo(rival);
        assertThat(scenario().scoring().showWeights().sources(viewer(asking)))
                .extracting(ShowWeights.Source::source, ShowWeights.Source::inForce, ShowWeights.Source::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                WeightsSource.CLIENT_LEARNED, false, ShowWeights.Reason.NONE_STORED),
                        org.assertj.core.groups.Tuple.tuple(
                                WeightsSource.CLIENT_CUSTOM, false, ShowWeights.Reason.NONE_STORED),
                        org.assertj.core.groups.Tuple.tuple(
                                WeightsSource.PLATFORM_INDUSTRY, false, ShowWeights.Reason.NONE_STORED),
                        org.assertj.core.groups.Tuple.tuple(
                                WeightsSource.PLATFORM_GLOBAL, false, ShowWeights.Reason.NONE_STORED),
                        org.assertj.core.groups.Tuple.tuple(WeightsSource.BENCHMARK, true, null),
                        org.assertj.core.groups.Tuple.tuple(WeightsSource.DEFAULT, false, ShowWeights.Reason.OUTRANKED),
                        // api 9.10, CIS 11.3: what learning starts from, here the benchmark that the client chose
                        org.assertj.core.groups.Tuple.tuple(
                                WeightsSource.BENCHMARK, false, ShowWeights.Reason.ONLY_STARTED_FROM));
    }

    @Test // ALS-12: own weights replace one another by version, and taken back they leave the next source in force
    void own_weights_come_and_go() {
        Asking asking = asking();
        tried(asking, target(asking), ScoringSetup.Choice.NONE.weighing(Weights.BENCHMARK));
        Weights even = new Weights(2_000, 2_000, 2_000, 2_000, 2_000);
        tried(asking, target(asking), ScoringSetup.Choice.NONE.weighing(even));
        assertThat(scenario()
                        .scoring()
                        .showWeights()
                        .inForce(viewer(asking))
                        .weights()
                        .weights())
                .isEqualTo(even);
        tried(asking, target(asking), ScoringSetup.Choice.NONE);

        assertThat(inForce(asking)).isEqualTo(WeightsSource.DEFAULT);
        assertThat(scenario().scoring().showWeights().history(viewer(asking)))
                .extracting(version ->
                        version.set().version() + " " + version.set().status().wire())
                .containsExactly("2 retired", "1 retired");
        assertThat(scenario().scoring().showWeights().history(viewer(scenario().asking())))
                .as("another client's")
                .isEmpty();
    }

    @Test // ALS-12, CIS 11.6: a learned set holds for ninety days
    void a_learned_set_expires_unless_it_is_confirmed() {
        Asking asking = asking();
        scenario().run(asking.client(), () -> {
            var sets = scenario().on().scoring().weights();
            sets.insert(
                    asking.client(),
                    new WeightSet(
                            WeightsSource.CLIENT_LEARNED,
                            1,
                            WeightsStatus.CANDIDATE,
                            false,
                            null,
                            Result.ok(Weights.BENCHMARK)),
                    scenario().now());
            assertThat(sets.promote(
                            asking.client(),
                            WeightsSource.CLIENT_LEARNED,
                            1,
                            scenario().now()))
                    .isTrue();
        });
        scenario().advance(Duration.ofDays(90).minusMillis(1));
        assertThat(inForce(asking)).isEqualTo(WeightsSource.CLIENT_LEARNED);
        scenario().advance(Duration.ofMillis(1));

        assertThat(inForce(asking)).isEqualTo(WeightsSource.DEFAULT);
        assertThat(scenario()
                        .scoring()
                        .showWeights()
                        .sources(viewer(asking))
                        .getFirst()
                        .reason())
                .isEqualTo(ShowWeights.Reason.EXPIRED);
    }

    @Test // ALS-20, ALS-17: the score frozen with the first touch is replayed, whatever the lead is now
    void a_backtest_replays_what_was_known_at_the_first_touch() {
        Asking asking = asking();
        Lead touched = scored(asking, "Marketing Manager");
        Lead later = scored(asking, "Marketing Manager");
        Lead never = scored(asking, "Marketing Manager");
        send(asking, touched, 1);
        scenario().advance(Duration.ofDays(1));
        send(asking, touched, 2);
        Lead now = scenario().reread(touched);
        scenario().run(asking.client(), () -> leads().update(with(now, LeadStatus.UNSUBSCRIBED)));
        scenario().advance(Duration.ofDays(100));
        send(asking, later, 1);

        Backtest<LeadId> both = tested(asking, target(asking), BENCHMARK);
        assertThat(both.leads()).as("never touched: %s", never.id()).isEqualTo(2);
        assertThat(both.before()).containsEntry(Tier.COOL, 2);
        assertThat(both.ranking()).isNull();
        scenario().advance(Duration.ofDays(79));
        assertThat(tested(asking, target(asking), BENCHMARK).leads()).isEqualTo(2);
        scenario().advance(Duration.ofDays(1));
        assertThat(tested(asking, target(asking), BENCHMARK).leads())
                .as("the first touch is more than 180 days old")
                .isEqualTo(1);
        assertThat(causes(touched)).as("nothing is written").containsExactly(ScoreCause.INITIAL);
        assertThat(tested(scenario().asking(), target(asking), BENCHMARK).leads())
                .as("a client without snapshots gets an empty result")
                .isZero();
    }

    @Test // ALS-20: targets are replayed on frozen facts; who moves is named; conversions within thirty days count
    void a_backtest_says_who_moves_and_how_well_the_scores_sort() {
        Asking asking = asking();
        for (int i = 0; i < 20; i++) {
            Lead buyer = scored(asking, "Head of Growth");
            send(asking, buyer, 1);
            book(asking, buyer, Duration.ofDays(30));
            send(asking, scored(asking, "Marketing Manager"), 1);
        }
        Lead late = scored(asking, "Head of Growth");
        send(asking, late, 1);
        book(asking, late, Duration.ofDays(30).plusSeconds(1));
        assertThat(tested(asking, target(asking), BENCHMARK).ranking())
                .as("too young")
                .isNull();
        scenario().advance(Duration.ofDays(31));

        Backtest<LeadId> result = tested(asking, wanting(target(asking), "Construction"), ScoringSetup.Choice.NONE);

        Backtest.Ranking ranking = Objects.requireNonNull(result.ranking());
        assertThat(ranking.units()).isEqualTo(41);
        assertThat(ranking.conversions()).isEqualTo(20);
        assertThat(ranking.aucBefore().value())
                .as("one silent head of growth level with twenty")
                .isEqualByComparingTo("0.9762");
        assertThat(ranking.aucAfter().value()).isEqualByComparingTo("0.9762");
        assertThat(result.before()).containsEntry(Tier.WARM, 21).containsEntry(Tier.COOL, 20);
        assertThat(result.after()).containsEntry(Tier.COOL, 41);
        assertThat(result.moved()).isEqualTo(21);
        assertThat(result.examples())
                .hasSize(20)
                .allSatisfy(mover -> assertThat(mover.tierAfter()).isEqualTo(Tier.COOL));
        StepResult.Done job = job(asking, wanting(target(asking), "Construction"), ScoringSetup.Choice.NONE);
        assertThat(job.counts()).isEqualTo(Counts.done(41, 41));
        assertThat(job.outcome().counts())
                .containsEntry("moved", 21L)
                .containsEntry("conversions", 20L)
                .containsEntry("tiers_before_warm", 21L)
                .containsEntry("tiers_after_cool", 41L)
                .containsEntry(
                        "channel_cost_before_cents",
                        result.costBefore().movePointRight(2).longValueExact())
                .containsKey("channel_cost_after_cents");
        assertThat(job.outcome().words()).containsEntry("auc_before", "0.9762");
        assertThat(Objects.requireNonNull(job.outcome().lists().get("moved")))
                .hasSize(20)
                .first()
                .satisfies(row -> assertThat(row)
                        .containsOnlyKeys("lead_id", "score_before", "tier_before", "score_after", "tier_after")
                        .containsEntry("tier_after", "cool"));
    }

    @Test // B7: the leads of now, without a trace
    void a_simulation_counts_the_leads_of_now_and_allows_nothing() {
        Asking asking = asking();
        for (int i = 0; i < 3; i++) {
            scored(asking, "Head of Growth");
        }
        Lead ended = scenario().lead(asking, scenario().person(), LeadStatus.CONVERTED, null);

        Backtest<LeadId> result = scenario()
                .scoring()
                .runBacktest()
                .simulate(
                        viewer(asking),
                        new RunBacktest.Proposed(wanting(target(asking), "Construction"), ScoringSetup.Choice.NONE));

        assertThat(result.leads()).as("without %s", ended.id()).isEqualTo(3);
        assertThat(result.moved()).isEqualTo(3);
        assertThat(result.before()).containsEntry(Tier.WARM, 3);
        assertThat(edit(asking, wanting(target(asking), "Construction"), ScoringSetup.Choice.NONE, null))
                .isNotInstanceOf(EditIcp.Outcome.Saved.class);
        assertThat(scenario()
                        .scoring()
                        .runBacktest()
                        .backtest(viewer(asking), new RunBacktest.Proposed(target(asking), BENCHMARK)))
                .isEqualTo(new RunBacktest.Outcome.RoleRequired());
    }

    @Test // ALS-17: the facts are kept as they were read
    void frozen_facts_are_read_back_as_they_were() {
        Asking asking = asking();
        Lead lead = inRoleSince(asking, TODAY.minusDays(10));
        score(lead, ScoreCause.INITIAL);

        FrozenFacts frozen = Objects.requireNonNull(history(lead).getFirst().frozen());

        assertThat(frozen.asOf()).isEqualTo(TODAY);
        assertThat(frozen.campaign()).isNull();
        assertThat(frozen.facts()).isEqualTo(LeadFactsOf.lead(lead, null, Map.of()));
    }

    /** With a profile that lacks nothing. */
    private Asking asking() {
        Asking asking = scenario().asking();
        edit(asking, target("Marketing"));
        runAll(asking);
        return asking;
    }

    private void book(Asking asking, Lead lead, Duration after) {
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .outcomes()
                                .append(new MeetingOutcomes.Entry(
                                        UUID.randomUUID(),
                                        asking.client(),
                                        lead.id(),
                                        new MeetingId(UUID.randomUUID()),
                                        MeetingOutcomes.Kind.MEETING_BOOKED,
                                        scenario().now().plus(after),
                                        null)));
    }

    private TenantScope viewer(Asking asking) {
        return new TenantScope(asking.client(), null, Role.VIEWER);
    }

    private WeightsSource inForce(Asking asking) {
        return scenario()
                .scoring()
                .showWeights()
                .inForce(viewer(asking))
                .weights()
                .source();
    }

    private Lead scored(Asking asking, String title) {
        Lead lead = scenario()
                .lead(
                        asking,
                        scenario().person(EmailStatus.VERIFIED, title, Country.AUSTRALIA, 25),
                        LeadStatus.NEW,
                        null);
        score(lead, ScoreCause.INITIAL);
        return scenario().reread(lead);
    }

    private static IcpTarget wanting(IcpTarget target, String industry) {
        return new IcpTarget(
                List.of(industry),
                target.titles(),
                target.companySizes(),
                target.locations(),
                target.seniorities(),
                target.keywords(),
                target.exclusions(),
                target.painPoints());
    }

    private Backtest<LeadId> tested(Asking asking, IcpTarget target, ScoringSetup.Choice choice) {
        return run(asking, target, choice).result();
    }
}
