package io.agencyos.application.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.scoring.store.ListScores;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.ExactPoints;
import io.agencyos.domain.scoring.Gate;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scores as use cases, their history and reasons: the same stories in memory and on PostgreSQL. */
public abstract class ScoringContract {

    private final AtomicReference<Instant> now = new AtomicReference<>(Leadbook.MONDAY);
    private @Nullable AllocationScenario scenario;

    protected abstract AllocationScenario.Stores stores(AtomicReference<Instant> now);

    @BeforeEach
    void begin() {
        scenario = new AllocationScenario(stores(now), now);
    }

    @Test // ALS-17: an identical result writes no row, only scored_at
    void the_same_result_again_is_not_history() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        Lead first = scenario().reread(lead);
        scenario().advance(Duration.ofHours(1));
        int told = scenario().told().size();

        score(lead, ScoreCause.MANUAL);

        Lead second = scenario().reread(lead);
        assertThat(history(lead))
                .singleElement()
                .satisfies(entry -> assertThat(entry.snapshot().cause()).isEqualTo(ScoreCause.INITIAL));
        assertThat(explained(lead).scoredAt()).isEqualTo(scenario().now());
        assertThat(second.score().id())
                .isEqualTo(Objects.requireNonNull(first.score()).id());
        assertThat(scenario().told()).hasSize(told);
    }

    @Test // ALS-15: a negative count is treated as null and logged INVALID_FACT
    void a_number_that_cannot_be_is_told_and_the_lead_is_scored_without_it() {
        Asking asking = scenario().asking();
        PoolPerson crew = scenario().person(EmailStatus.VERIFIED, "Head of Growth", Country.AUSTRALIA, -3);
        Lead lead = scenario().lead(asking, crew, LeadStatus.NEW, null);

        score(lead, ScoreCause.INITIAL);

        assertThat(scenario().invalidFacts()).containsExactly("company_employee_count");
        assertThat(Objects.requireNonNull(scenario().reread(lead).score()).score())
                .isPositive();
    }

    @Test // ALS-16, ALS-18: cause, history, tier change
    void another_tier_is_history_and_is_told() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        Tier before = Objects.requireNonNull(scenario().reread(lead).score()).tier();
        suppress(lead);
        scenario().advance(Duration.ofMinutes(5));

        score(lead, ScoreCause.DELIVERABILITY);

        Lead dead = scenario().reread(lead);
        assertThat(Objects.requireNonNull(dead.score()).tier())
                .isEqualTo(Tier.DEAD)
                .isNotEqualTo(before);
        assertThat(dead.score().byGate()).isTrue();
        assertThat(history(lead))
                .extracting(entry -> entry.snapshot().cause())
                .containsExactly(ScoreCause.DELIVERABILITY, ScoreCause.INITIAL);
        assertThat(history(lead).getFirst().snapshot().tierSource()).isEqualTo(TierSource.GATE);
        assertThat(history(lead).getFirst().snapshot().gates()).contains(Gate.CLIENT_SUPPRESSION);
        assertThat(scenario().told())
                .filteredOn(event -> event.name() == EventName.LEAD_TIER_CHANGED)
                .singleElement()
                .satisfies(event -> assertThat(event.payload())
                        .containsEntry("previous_tier", before.wire())
                        .containsEntry("tier", "dead")
                        .containsEntry("cause", "deliverability"));
    }

    @Test // ALS-18: only enriched to scored; ALS-17: an ended assignment keeps the score that it ended with
    void a_score_moves_an_enriched_lead_and_no_other() {
        Asking asking = scenario().asking();
        Lead enriched = scenario().lead(asking, scenario().person(), LeadStatus.ENRICHED, null);
        Lead replied = scenario().lead(asking, scenario().person(), LeadStatus.REPLIED, null);
        Lead ended = scenario().lead(asking, scenario().person(), LeadStatus.NOT_INTERESTED, null);

        List.of(enriched, replied, ended).forEach(lead -> score(lead, ScoreCause.REFRESH));

        assertThat(scenario().reread(enriched).status()).isEqualTo(LeadStatus.SCORED);
        assertThat(scenario().reread(replied).status()).isEqualTo(LeadStatus.REPLIED);
        assertThat(scenario().reread(ended).score()).isNull();
    }

    @Test // ALS-14: the rows add up exactly, exactly as they were when the score was made
    void an_explanation_is_read_back_as_it_was_made_and_adds_up() {
        Asking asking = scenario().asking();
        inForce(
                asking,
                set(WeightsSource.CLIENT_CUSTOM, 1, WeightsStatus.PROMOTED, "0.15", "0.30", "0.25", "0.20", "0.10"));
        Lead lead = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        LeadScores.Entry stored = history(lead).getFirst();

        ExactPoints sum = ExactPoints.ZERO;
        for (var row : stored.snapshot().explanation().rows()) {
            sum = sum.plus(row.points());
        }
        ExplainScore.Explanation shown = explained(lead);

        assertThat(stored.snapshot().weightsSource()).isEqualTo(WeightsSource.CLIENT_CUSTOM);
        assertThat(sum).isEqualTo(ExactPoints.whole(stored.snapshot().score().value()));
        assertThat(shown.rows().stream().map(ExplainScore.Row::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(shown.score()));
        assertThat(shown.rows()).extracting(ExplainScore.Row::signal).contains(Signal.TITLE, Signal.INDUSTRY);
        assertThat(shown.missing()).hasSizeLessThanOrEqualTo(3).isNotEmpty();
        assertThat(shown.facets()).hasSize(9);
        assertThat(shown.weightsVersion()).isEqualTo(1);
    }

    @Test // api 9.6: history, newest first; nobody else's
    void an_explanation_names_the_scores_before_it() {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        Lead lead = scenario().lead(asking);
        Lead fresh = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        suppress(lead);
        scenario().advance(Duration.ofMinutes(5));
        score(lead, ScoreCause.DELIVERABILITY);

        assertThat(explained(lead).history())
                .singleElement()
                .satisfies(earlier -> assertThat(earlier.cause()).isEqualTo(ScoreCause.INITIAL));
        assertThat(scores(lead, null)).hasSize(2);
        LeadScores.Entry newest = history(lead).getFirst();
        assertThat(scores(lead, new ListScores.After(newest.scoredAt(), newest.id())))
                .containsExactly(history(lead).getLast());
        assertThat(explain(asking, fresh.id())).isEqualTo(new ExplainScore.Outcome.NotScored());
        assertThat(explain(other, lead.id())).isEqualTo(new ExplainScore.Outcome.LeadNotFound());
    }

    @Test // ALS-12: the client's promoted set is in force, the product's where there is none
    void weights_come_into_force_when_they_are_promoted() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking);
        WeightSet one =
                set(WeightsSource.CLIENT_LEARNED, 1, WeightsStatus.PROMOTED, "0.20", "0.25", "0.25", "0.15", "0.15");
        WeightSet two =
                set(WeightsSource.CLIENT_LEARNED, 2, WeightsStatus.CANDIDATE, "0.15", "0.30", "0.25", "0.20", "0.10");
        score(lead, ScoreCause.INITIAL);
        assertThat(history(lead).getFirst().snapshot().weightsSource()).isEqualTo(WeightsSource.DEFAULT);

        inForce(asking, one);
        inForce(asking, two);
        assertThat(weights(asking)).containsExactly(one, two);
        assertThatThrownBy(() -> inForce(
                        asking,
                        set(
                                WeightsSource.CLIENT_LEARNED,
                                3,
                                WeightsStatus.PROMOTED,
                                "0.20",
                                "0.25",
                                "0.25",
                                "0.15",
                                "0.15")))
                .isInstanceOf(UniqueViolation.class);
        assertThat(promote(asking, 2)).isTrue();
        assertThat(promote(asking, 9)).isFalse();

        assertThat(weights(asking))
                .extracting(WeightSet::status)
                .containsExactly(WeightsStatus.RETIRED, WeightsStatus.PROMOTED);
        scenario().advance(Duration.ofMinutes(5));
        score(lead, ScoreCause.REWEIGHT);
        assertThat(history(lead).getFirst().snapshot().weightsVersion()).isEqualTo(2);
        assertThat(weights(scenario().asking())).as("another client's").isEmpty();
    }

    @Test // ALS-19: the summary closes; ALS-17: new weights leave leads in a sequence alone
    void a_client_is_rescored_as_a_whole() {
        Asking asking = scenario().asking();
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            leads.add(scenario().lead(asking));
        }
        scenario().lead(asking, scenario().person(), LeadStatus.CONVERTED, null);
        Lead enrolled = leads.getFirst();
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .outreach()
                                .enrolLeads()
                                .enrol(asking.client(), asking.campaign().id(), List.of(enrolled.id())));

        RescoreLeads.Summary summary = rescored(rescore(asking.worker(), null, ScoreCause.REWEIGHT));

        assertThat(summary.total()).isEqualTo(7);
        assertThat(summary.scored()).isEqualTo(6);
        assertThat(summary.skipped()).isEqualTo(1);
        assertThat(summary.failedLeads()).isEmpty();
        assertThat(summary.tierDistribution()).hasSize(5);
        assertThat(summary.tierDistribution().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(6);
        assertThat(summary.successRate()).isEqualByComparingTo("100.0");
        assertThat(scenario().reread(enrolled).score()).isNull();
        assertThat(rescored(rescore(asking.worker(), null, ScoreCause.ICP_CHANGED))
                        .scored())
                .as("a lead in a sequence is scored again only because its facts changed")
                .isEqualTo(6);
        assertThat(rescored(rescore(asking.worker(), null, ScoreCause.MANUAL)).scored())
                .isEqualTo(7);
    }

    @Test
    void a_campaign_is_rescored_alone_and_by_administrators() {
        Asking asking = scenario().asking();
        scenario().lead(asking);
        scenario().lead(asking, scenario().person(), LeadStatus.NEW, asking.campaign());

        assertThat(rescored(rescore(asking.worker(), asking.campaign().id(), ScoreCause.ICP_CHANGED))
                        .total())
                .isEqualTo(1);
        assertThat(rescore(asking.worker(), new CampaignId(UUID.randomUUID()), ScoreCause.MANUAL))
                .isEqualTo(new RescoreLeads.Outcome.CampaignNotFound());
        assertThat(rescore(new TenantScope(asking.client(), null, Role.MEMBER), null, ScoreCause.MANUAL))
                .isEqualTo(new RescoreLeads.Outcome.RoleRequired());
        RescoreLeads.Summary nobody = rescored(rescore(scenario().asking().worker(), null, ScoreCause.MANUAL));
        assertThat(nobody.averageScore()).isNull();
        assertThat(nobody.successRate()).isNull();
    }

    @Test // api 9.6: a member scores one lead from what is known; ALS-17: what ended without a score gets none
    void a_member_scores_a_lead_at_once() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking);
        Lead ended = scenario().lead(asking, scenario().person(), LeadStatus.NOT_INTERESTED, null);
        TenantScope member = new TenantScope(asking.client(), null, Role.MEMBER);
        ScoreLeadNow scoring = scenario().scoring().scoreLeadNow();

        assertThat(scoring.score(member, lead.id()))
                .isInstanceOfSatisfying(
                        ScoreLeadNow.Outcome.Scored.class,
                        scored -> assertThat(scored.explanation().score())
                                .isEqualTo(Objects.requireNonNull(
                                                scenario().reread(lead).score())
                                        .score()));
        assertThat(scoring.score(member, ended.id())).isEqualTo(new ScoreLeadNow.Outcome.NotScorable());
        assertThat(scoring.score(member, new LeadId(UUID.randomUUID())))
                .isEqualTo(new ScoreLeadNow.Outcome.LeadNotFound());
        assertThat(scoring.score(new TenantScope(asking.client(), null, Role.VIEWER), lead.id()))
                .isEqualTo(new ScoreLeadNow.Outcome.RoleRequired());
    }

    @Test // ALS-0, POOL-6 check 13: the preview is the score that the lead will have
    void a_preview_is_the_score_that_is_stored_afterwards() {
        Asking asking = scenario().asking();
        PoolPerson facts = scenario().person(EmailStatus.VERIFIED, "CEO", Country.AUSTRALIA, 40);
        Lead lead = scenario().lead(asking, facts, LeadStatus.NEW, asking.campaign());

        PreviewScores.Preview preview = scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .scoring()
                                .previewScores()
                                .of(asking.client(), List.of())
                                .of(lead, null));
        assertThat(scenario().reread(lead).score()).isNull();
        score(lead, ScoreCause.INITIAL);

        assertThat(Objects.requireNonNull(scenario().reread(lead).score()).score())
                .isEqualTo(preview.score());
    }

    private AllocationScenario scenario() {
        return Objects.requireNonNull(scenario);
    }

    private void score(Lead lead, ScoreCause cause) {
        scenario()
                .run(
                        lead.clientId(),
                        () -> scenario().scoring().scoreLeads().score(lead.clientId(), List.of(lead.id()), cause));
    }

    private List<LeadScores.Entry> history(Lead lead) {
        return scenario()
                .read(
                        lead.clientId(),
                        () -> scenario().on().scoring().scores().history(lead.clientId(), lead.id(), null, 10));
    }

    private ExplainScore.Outcome explain(Asking asking, LeadId lead) {
        return scenario().scoring().explainScore().explain(new TenantScope(asking.client(), null, Role.VIEWER), lead);
    }

    private ExplainScore.Explanation explained(Lead lead) {
        if (scenario().scoring().explainScore().explain(new TenantScope(lead.clientId(), null, Role.VIEWER), lead.id())
                instanceof ExplainScore.Outcome.Explained(var explanation)) {
            return explanation;
        }
        throw new AssertionError("no explanation");
    }

    private RescoreLeads.Outcome rescore(TenantScope scope, @Nullable CampaignId campaign, ScoreCause cause) {
        return scenario().scoring().rescoreLeads().rescore(scope, new RescoreLeads.Request(campaign, cause));
    }

    private List<LeadScores.Entry> scores(Lead lead, ListScores.@Nullable After after) {
        return scenario()
                .scoring()
                .listScores()
                .list(new TenantScope(lead.clientId(), null, Role.VIEWER), lead.id(), after, 10)
                .orElseThrow();
    }

    private static RescoreLeads.Summary rescored(RescoreLeads.Outcome outcome) {
        if (outcome instanceof RescoreLeads.Outcome.Rescored(var summary)) {
            return summary;
        }
        throw new AssertionError(outcome);
    }

    private static WeightSet set(
            WeightsSource source,
            int version,
            WeightsStatus status,
            String quality,
            String authority,
            String fit,
            String timing,
            String risk) {
        return new WeightSet(
                source,
                version,
                status,
                false,
                null,
                Result.ok(Weights.of(
                                new BigDecimal(quality),
                                new BigDecimal(authority),
                                new BigDecimal(fit),
                                new BigDecimal(timing),
                                new BigDecimal(risk))
                        .orElseThrow()));
    }

    private WeightSets stored() {
        return scenario().on().scoring().weights();
    }

    private void inForce(Asking asking, WeightSet set) {
        ClientId client = asking.client();
        scenario().run(client, () -> stored().insert(client, set, scenario().now()));
    }

    private boolean promote(Asking asking, int version) {
        ClientId client = asking.client();
        return scenario()
                .read(
                        client,
                        () -> stored().promote(
                                        client,
                                        WeightsSource.CLIENT_LEARNED,
                                        version,
                                        scenario().now()));
    }

    private List<WeightSet> weights(Asking asking) {
        return scenario().read(asking.client(), () -> stored().of(asking.client()));
    }

    private void suppress(Lead lead) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        scenario()
                .run(
                        lead.clientId(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .suppressions()
                                .add(List.of(new Suppression(
                                        id,
                                        lead.clientId(),
                                        SuppressionKeyType.PERSON,
                                        lead.id().text(),
                                        SuppressionReason.EXISTING_CUSTOMER,
                                        SuppressionSource.MANUAL,
                                        id,
                                        null,
                                        Leadbook.MONDAY,
                                        null,
                                        0))));
    }
}
