package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.scoring.weight.DecideWeights;
import io.agencyos.application.scoring.weight.DecideWeightsService;
import io.agencyos.application.scoring.weight.PlatformWeights;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.WeightProof;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What weights are learned from, and what staff of the platform decides about them, on whatever stores. */
public abstract class WeightDecisionsContract extends LearningDesk {

    /** Leads of whom those convert that the default weights rank higher. */
    static final Holdout BETTER_BY_DEFAULT = new Holdout(
            List.of(), List.of(ComponentCell.of(0, 25, 12, 5, 15, 50, 40), ComponentCell.of(20, 0, 12, 5, 15, 50, 10)));

    /** The other way round from the default ones. */
    private static final Weights LEARNED = new Weights(5_000, 500, 2_000, 500, 2_000);

    static void inForce(LearningPorts ports, UnitOfWork units, ClientId client, Instant at) {
        inForce(ports, units, client, at, 1);
    }

    private static void inForce(LearningPorts ports, UnitOfWork units, ClientId client, Instant at, int version) {
        units.inTenant(TenantScope.worker(client), () -> {
            ports.weights()
                    .insert(
                            client,
                            new WeightSet(
                                    WeightsSource.CLIENT_LEARNED,
                                    version,
                                    WeightsStatus.CANDIDATE,
                                    false,
                                    null,
                                    Result.ok(LEARNED)),
                            at);
            return ports.weights().promote(client, WeightsSource.CLIENT_LEARNED, version, at);
        });
    }

    private Optional<LearnWeights.Retired> recheckedOn(Holdout leads) {
        LearningPorts whole = learning();
        LearningPorts ports = new LearningPorts(
                FactsAndMore.judgedOn(whole.facts(), leads),
                whole.patterns(),
                whole.weights(),
                whole.rescores(),
                whole.clients(),
                whole.events(),
                whole.platform(),
                whole.settings(),
                whole.choices());
        return in(() -> new LearnWeights(ports, ids()).learn(client(), Windows.cutOff(now()), now()))
                .retired();
    }

    @Test // CIS 11.3, 12.4, 25: use_benchmark_weights: what is in force and what learning starts from are the benchmark
    void a_client_that_chose_the_benchmark_is_learned_for_from_there() {
        assertThat(in(() -> learning().fallback(client(), now()))).isEqualTo(WeightsInForce.DEFAULT);
        in(() -> {
            learning().choices().save(client(), new ScoringSetup.Choice(List.of(), List.of(), null, null, true, false));
            return null;
        });
        assertThat(in(() -> learning().fallback(client(), now()))).isEqualTo(WeightsInForce.BENCHMARK);
        assertThat(in(() -> learning().inForce(client(), now()))).isEqualTo(WeightsInForce.BENCHMARK);
        inForce(learning(), desk().world().units(), client(), now());
        assertThat(in(() -> learning().inForce(client(), now()).source())).isEqualTo(WeightsSource.CLIENT_LEARNED);
        assertThat(in(() -> learning().fallback(client(), now()))).isEqualTo(WeightsInForce.BENCHMARK);
    }

    @Test // CIS 11.6: AUC below default by > 0.02 with DeLong p ≤ 0.20 → retired, fallback takes over
    void learned_weights_that_sort_worse_than_the_default_ones_are_taken_back() {
        inForce(learning(), desk().world().units(), client(), now());
        assertThat(recheckedOn(BETTER_BY_DEFAULT)).contains(LearnWeights.Retired.WORSE);
        assertThat(status(1)).isEqualTo(WeightsStatus.RETIRED);
        assertThat(recheckedOn(BETTER_BY_DEFAULT)).as("nothing is in force").isEmpty();
    }

    @Test // CIS 11.6: no successful re-check for 90 days → retired
    void learned_weights_hold_ninety_days_from_the_last_re_check_that_succeeded() {
        Holdout fine = new Holdout(
                List.of(),
                List.of(ComponentCell.of(0, 25, 12, 5, 15, 50, 10), ComponentCell.of(20, 0, 12, 5, 15, 50, 40)));
        Holdout nobody = new Holdout(List.of(), List.of());
        inForce(learning(), desk().world().units(), client(), now());
        scenario().advance(Duration.ofDays(80));
        assertThat(recheckedOn(fine)).isEmpty();
        scenario().advance(Duration.ofDays(89));
        assertThat(recheckedOn(nobody)).as("tells nothing, confirms nothing").isEmpty();
        assertThat(status(1)).isEqualTo(WeightsStatus.PROMOTED);
        scenario().advance(Duration.ofDays(1));
        assertThat(recheckedOn(nobody)).contains(LearnWeights.Retired.UNCONFIRMED);
        assertThat(status(1)).isEqualTo(WeightsStatus.RETIRED);
    }

    /** Leads of which authority says everything; enough to learn from. */
    private static List<ComponentCell> telling(double selection) {
        return List.of(
                new ComponentCell(2, 25, 10, 0, 5, selection, 150, 45, 45),
                new ComponentCell(20, 25, 10, 0, 5, selection, 150, 45, 45),
                new ComponentCell(2, 12, 10, 0, 5, selection, 150, 8, 8),
                new ComponentCell(20, 12, 10, 0, 5, selection, 150, 8, 8));
    }

    private WeightLearning.Outcome learnedOn(Holdout leads) {
        LearningPorts whole = learning();
        LearningPorts ports = new LearningPorts(
                FactsAndMore.judgedOn(whole.facts(), leads, 100),
                whole.patterns(),
                whole.weights(),
                whole.rescores(),
                whole.clients(),
                whole.events(),
                whole.platform(),
                whole.settings(),
                whole.choices());
        return in(() -> new LearnWeights(ports, ids()).learn(client(), Windows.cutOff(now()), now()))
                .outcome();
    }

    @Test // CIS 11.5, 11.6, 20: a set is kept with what it showed on leads that it was not fitted on
    void learned_weights_are_kept_with_their_proof() {
        Holdout leads = new Holdout(telling(1), telling(1));
        WeightLearning.Outcome.Judged judged = (WeightLearning.Outcome.Judged) learnedOn(leads);
        assertThat(judged.verdict()).isEqualTo(WeightLearning.Verdict.PROMOTED);
        ShowWeights.Version kept = history().getFirst();
        assertThat(kept.set().status()).isEqualTo(WeightsStatus.PROMOTED);
        assertThat(kept.proof()).isNotNull().satisfies(proof -> {
            assertThat(proof.reference()).isEqualTo(Weights.DEFAULT);
            assertThat(proof.leads()).isEqualTo(1_200);
            assertThat(proof.conversions()).isEqualTo(212);
            assertThat(proof.cutOff()).isEqualTo(Windows.cutOff(now()));
            assertThat(proof.strength()).isEqualByComparingTo("5");
            assertThat(proof.before().auc())
                    .isEqualTo(WeightProof.figure(judged.report().before().auc()));
            assertThat(proof.gain()).isGreaterThanOrEqualTo(new BigDecimal("0.010000"));
            assertThat(proof.pValue()).isLessThanOrEqualTo(new BigDecimal("0.050000"));
            assertThat(proof.reasons()).isEmpty();
        });
        inForce(learning(), desk().world().units(), client(), now(), 2);
        assertThat(history().getFirst().proof()).as("set by hand").isNull();
    }

    @Test // CIS 21: the solver finds no optimum: solver_failed, weights unchanged
    void a_fit_that_finds_no_optimum_changes_nothing() {
        Holdout leads = new Holdout(telling(Double.POSITIVE_INFINITY), telling(1));
        assertThat(learnedOn(leads)).isInstanceOf(WeightLearning.Outcome.SolverFailed.class);
        assertThat(history()).isEmpty();
        assertThat(inForce(Optional.empty())).isEqualTo(WeightsInForce.DEFAULT);
    }

    private DecideWeights deciding() {
        return new DecideWeightsService(
                learning().weights(),
                learning().rescores(),
                desk().audit(),
                desk().world().units(),
                clock()::get,
                ids());
    }

    private UUID stored(int version, WeightsSource source, WeightsStatus status) {
        scenario()
                .in(() -> learning()
                        .weights()
                        .insert(
                                client(),
                                new WeightSet(source, version, status, false, null, null, Result.ok(Weights.DEFAULT)),
                                now()));
        return history().stream()
                .filter(each -> each.set().version() == version)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<ShowWeights.Version> history() {
        return in(() -> learning().weights().history(client()));
    }

    private WeightsStatus status(int version) {
        return history().stream()
                .filter(each -> each.set().version() == version)
                .findFirst()
                .orElseThrow()
                .set()
                .status();
    }

    @Test // CIS 11.5: a platform admin may promote what needs review; 11.6: roll-back to an earlier version, audited
    void weights_that_need_review_are_promoted_and_rolled_back() {
        UUID first = stored(1, WeightsSource.CLIENT_LEARNED, WeightsStatus.PROMOTED);
        UUID second = stored(2, WeightsSource.CLIENT_LEARNED, WeightsStatus.NEEDS_REVIEW);
        assertThat(deciding().promote(ANN, second, Origin.NONE)).isInstanceOf(DecideWeights.Outcome.Decided.class);
        assertThat(status(1)).isEqualTo(WeightsStatus.RETIRED);
        assertThat(status(2)).isEqualTo(WeightsStatus.PROMOTED);
        assertThat(deciding().promote(ANN, first, Origin.NONE)).isInstanceOf(DecideWeights.Outcome.Decided.class);
        assertThat(status(1)).isEqualTo(WeightsStatus.PROMOTED);
        assertThat(status(2)).isEqualTo(WeightsStatus.RETIRED);
        assertThat(in(() -> desk().audit().newest(client(), 2)))
                .allSatisfy(entry -> assertThat(entry.resourceType()).isEqualTo("scoring_weights"));
    }

    @Test // CIS 12.3, 12.4: what clients made together stands below a client's own and above the default, until
    // replaced
    void weights_of_the_platform_serve_who_has_none() {
        PlatformWeights made = made(null, Weights.BENCHMARK, 3);
        int before = platform(made).getFirst().version();
        assertThat(in(() -> WeightsInForce.of(learning().weightsKnown(client()), false)))
                .isEqualTo(new WeightsInForce(Weights.BENCHMARK, WeightsSource.PLATFORM_GLOBAL, before));
        stored(1, WeightsSource.CLIENT_LEARNED, WeightsStatus.PROMOTED);
        assertThat(in(() -> WeightsInForce.of(learning().weightsKnown(client()), false)
                        .source()))
                .isEqualTo(WeightsSource.CLIENT_LEARNED);
        PlatformWeights next = platform(made).getFirst();
        assertThat(next.version()).isEqualTo(before + 1);
        assertThat(next.conversions()).isEqualTo(180);
        assertThat(next.clients()).isEqualTo(3);
        assertThat(platform()).isEmpty();
        assertThat(in(() -> learning().weightsKnown(client()))).hasSize(1);
    }

    @Test // CIS 12.3, 12.4: those of an industry go before those of all, for who works for it, and for nobody else
    void weights_of_an_industry_serve_who_works_for_it() {
        PlatformWeights ofAll = made(null, Weights.BENCHMARK, 8);
        PlatformWeights ofDentists = made("dental", LEARNED, 5);
        assertThat(platform(ofDentists, ofAll))
                .extracting(PlatformWeights::industry)
                .containsExactly(null, "dental");
        assertThat(inForce(Optional.of("dental")).source()).isEqualTo(WeightsSource.PLATFORM_INDUSTRY);
        assertThat(inForce(Optional.of("dental")).weights()).isEqualTo(LEARNED);
        assertThat(inForce(Optional.of("legal")).source()).isEqualTo(WeightsSource.PLATFORM_GLOBAL);
        assertThat(inForce(Optional.empty()).source()).isEqualTo(WeightsSource.PLATFORM_GLOBAL);
        int version = inForce(Optional.of("dental")).version();
        assertThat(platform(made("dental", Weights.BENCHMARK, 6)))
                .singleElement()
                .satisfies(alone -> assertThat(alone.version()).isEqualTo(version + 1));
        assertThat(inForce(Optional.of("legal")).source()).isEqualTo(WeightsSource.DEFAULT);
        platform();
    }

    private WeightsInForce inForce(Optional<String> industry) {
        return in(() -> WeightsInForce.of(learning().weights().known(client(), industry), false));
    }

    private PlatformWeights made(@Nullable String industry, Weights weights, int clients) {
        return new PlatformWeights(industry, 0, weights, 180, clients, new BigDecimal("0.7826"), clock().get());
    }

    private List<PlatformWeights> platform(PlatformWeights... next) {
        return desk().world().units().onPlatform(() -> {
            learning().weights().replacePlatform(List.of(next), now());
            return learning().weights().platform();
        });
    }

    @Test // CIS 11.6: a set in force is taken back; the fallback takes over
    void weights_in_force_are_retired_once() {
        UUID set = stored(1, WeightsSource.CLIENT_LEARNED, WeightsStatus.PROMOTED);
        assertThat(deciding().retire(ANN, set, Origin.NONE)).isInstanceOf(DecideWeights.Outcome.Decided.class);
        assertThat(deciding().retire(ANN, set, Origin.NONE))
                .isEqualTo(new DecideWeights.Outcome.InvalidTransition(WeightsStatus.RETIRED));
    }

    @Test // CIS 11.5, 12.4: what was rejected stays rejected, and a client's own choice is the client's
    void neither_rejected_weights_nor_a_clients_own_are_decided_about() {
        UUID rejected = stored(1, WeightsSource.CLIENT_LEARNED, WeightsStatus.REJECTED);
        UUID own = stored(2, WeightsSource.CLIENT_CUSTOM, WeightsStatus.PROMOTED);
        assertThat(deciding().promote(ANN, rejected, Origin.NONE))
                .isEqualTo(new DecideWeights.Outcome.InvalidTransition(WeightsStatus.REJECTED));
        assertThat(deciding().retire(ANN, own, Origin.NONE)).isEqualTo(new DecideWeights.Outcome.NotFound());
        assertThat(deciding().promote(ANN, UUID.randomUUID(), Origin.NONE))
                .isEqualTo(new DecideWeights.Outcome.NotFound());
    }

    @Test // CIS 11.1, 11.5: the older 70 %, equal instants together
    void leads_are_held_out_by_time() {
        contacted(4);
        scenario().advance(Duration.ofHours(18));
        contacted(1);
        scenario().advance(Duration.ofDays(31));
        mature();
        Holdout holdout = in(() -> learning().facts().holdout(client(), ever()));
        assertThat(holdout.units()).isEqualTo(5);
        assertThat(holdout.train().stream().mapToLong(ComponentCell::n).sum()).isBetween(3L, 4L);
        assertThat(holdout.test()).isNotEmpty();
    }

    @Test // CIS 11.1: v = 1 ÷ (contacted ÷ assigned) of its month and band, 1 on average
    void a_lead_counts_the_more_the_fewer_of_its_like_were_contacted() {
        List<Lead> contacted = contacted(4);
        Lead passedOver = scenario().waiting(1).getFirst();
        scenario().advance(Duration.ofDays(31));
        mature();
        scoredLow(contacted.getFirst());
        scoredLow(passedOver);
        Map<Double, Long> weights = in(() -> learning().facts().holdout(client(), ever())).train().stream()
                .collect(Collectors.groupingBy(ComponentCell::selection, Collectors.summingLong(ComponentCell::n)));
        assertThat(weights).as("three of three, one of two").isEqualTo(Map.of(.8, 3L, 1.6, 1L));
    }

    private void scoredLow(Lead lead) {
        Lead known = scenario().reread(lead);
        ScoreSummary score = Objects.requireNonNull(known.score());
        in(() -> {
            desk().world()
                    .world()
                    .leads()
                    .leads()
                    .storeScores(List.of(known.change()
                            .score(new ScoreSummary(
                                    score.id(), 21, Tier.COLD, false, List.of(), score.scoredAt(), null))
                            .lead()));
            return known;
        });
    }
}
