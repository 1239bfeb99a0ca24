package io.agencyos.application.scoring;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.enrichment.DeepGate;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.scoring.rescore.ScoringTriggers;
import io.agencyos.application.scoring.store.BuyerLookup;
import io.agencyos.application.scoring.store.FactWarnings;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.scoring.store.ListScores;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.application.scoring.store.ScoringPorts;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.scoring.DeepEnrichmentGate;
import java.util.List;
import java.util.Optional;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class ScoringUseCases {

    private final ScoreLeads scoreLeads;
    private final PreviewScores previewScores;
    private final ExplainScore explainScore;
    private final RescoreLeadsService rescoreLeads;
    private final ScoreLeadNow scoreLeadNow;
    private final DeepGate deepGate;
    private final LeadTreatment leadTreatment;
    private final ListScores listScores;
    private final RescoreDue rescoreDue;
    private final ChangeScoring changeScoring;
    private final RunBacktest runBacktest;
    private final ShowWeights showWeights;

    public ScoringUseCases(
            LeadPorts ports,
            ScoringPorts scoring,
            Clients clients,
            Campaigns campaigns,
            Events events,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        ScoringBasis basis =
                new ScoringBasis(clients, campaigns, scoring.weights(), scoring.choices(), scoring.buyers());
        ScoreLeadsService scoringLeads = new ScoreLeadsService(
                ports.leads(), scoring.scores(), ports.suppressions(), basis, scoring.warnings(), events, clock, ids);
        scoreLeads = scoringLeads;
        previewScores = new PreviewScoresService(basis, clock);
        deepGate = (lead, profile) -> DeepEnrichmentGate.decide(
                basis.scorers(lead.clientId(), clock.now())
                        .of(Optional.ofNullable(lead.campaignId()))
                        .score(LeadFactsOf.lead(lead, null, basis.buyers(lead.clientId(), List.of(lead)))),
                profile);
        leadTreatment = new LeadTreatment(clients, scoring.frozen(), clock);
        ExplainScoreService explaining = new ExplainScoreService(ports.leads(), scoring.scores(), leadTreatment, units);
        explainScore = explaining;
        scoreLeadNow = new ScoreLeadNowService(ports.leads(), scoreLeads, explaining, units);
        listScores = (scope, lead, after, limit) -> units.inTenant(
                scope,
                () -> ports.leads()
                        .find(scope.clientId(), lead)
                        .map(found -> scoring.scores().history(scope.clientId(), lead, after, limit)));
        ChunkScoring chunks = new ChunkScoring(scoreLeads, scoring.requests(), units, clock, ids);
        rescoreLeads = new RescoreLeadsService(scoring.queue(), campaigns, scoringLeads, chunks);
        changeScoring = new ChangeScoringService(
                basis, scoring.backtests(), new ScoringTriggers(scoring.requests(), clock, ids), units, clock);
        runBacktest = new RunBacktestService(basis, scoring, ports.leads(), ports.suppressions(), units, clock, ids);
        showWeights = new ShowWeightsService(basis, units, clock);
        rescoreDue = new RescoreDueService(scoring.queue(), scoring.requests(), chunks);
    }

    /** Scoring inside other use cases' units of work alone. */
    public static ScoreLeads scoreLeads(
            LeadPorts ports,
            LeadScores scores,
            WeightSets weights,
            ScoringChoices choices,
            BuyerLookup buyers,
            Clients clients,
            Campaigns campaigns,
            Events events,
            ClockPort clock,
            IdSource ids) {
        ScoringBasis basis = new ScoringBasis(clients, campaigns, weights, choices, buyers);
        return new ScoreLeadsService(
                ports.leads(), scores, ports.suppressions(), basis, FactWarnings.NONE, events, clock, ids);
    }

    public ScoreLeads scoreLeads() {
        return scoreLeads;
    }

    public PreviewScores previewScores() {
        return previewScores;
    }

    /** Whether leads are worth the dearest research. */
    public DeepGate deepGate() {
        return deepGate;
    }

    /** What leads are worth in content, calls and research. */
    public LeadTreatment leadTreatment() {
        return leadTreatment;
    }

    public ExplainScore explainScore() {
        return explainScore;
    }

    public RescoreLeads rescoreLeads() {
        return rescoreLeads;
    }

    /** The flow by which an admin has many leads scored again. */
    public Flow<?> leadRescore() {
        return LeadRescore.flow(rescoreLeads);
    }

    /** The flow by which an admin tries a change on the past. */
    public Flow<?> backtestJob() {
        return BacktestJob.flow(runBacktest);
    }

    public ChangeScoring changeScoring() {
        return changeScoring;
    }

    public RunBacktest runBacktest() {
        return runBacktest;
    }

    public ShowWeights showWeights() {
        return showWeights;
    }

    public RescoreDue rescoreDue() {
        return rescoreDue;
    }

    public ScoreLeadNow scoreLeadNow() {
        return scoreLeadNow;
    }

    public ListScores listScores() {
        return listScores;
    }
}
