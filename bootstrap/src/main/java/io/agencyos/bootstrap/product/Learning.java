package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresSharingConsents;
import io.agencyos.adapters.out.postgres.conversion.PostgresCampaignResults;
import io.agencyos.adapters.out.postgres.conversion.PostgresEngagement;
import io.agencyos.adapters.out.postgres.conversion.PostgresExperiments;
import io.agencyos.adapters.out.postgres.conversion.PostgresLearningFacts;
import io.agencyos.adapters.out.postgres.conversion.PostgresLearningSettings;
import io.agencyos.adapters.out.postgres.conversion.PostgresPatterns;
import io.agencyos.adapters.out.postgres.conversion.PostgresPlatformFindings;
import io.agencyos.adapters.out.postgres.conversion.PostgresRefinementLog;
import io.agencyos.adapters.out.postgres.conversion.PostgresSaleFacts;
import io.agencyos.adapters.out.postgres.conversion.PostgresSuggestions;
import io.agencyos.adapters.out.postgres.scoring.PostgresScoringChoices;
import io.agencyos.application.allocation.store.LearnedTargets;
import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.SettingsElsewhere;
import io.agencyos.application.conversion.experiment.ExperimentPorts;
import io.agencyos.application.conversion.experiment.HoldExperiments;
import io.agencyos.application.conversion.experiment.HoldExperimentsService;
import io.agencyos.application.conversion.experiment.LookAtExperiments;
import io.agencyos.application.conversion.experiment.LookAtExperimentsService;
import io.agencyos.application.conversion.learning.AlertOfBadSharing;
import io.agencyos.application.conversion.learning.BackfillPatterns;
import io.agencyos.application.conversion.learning.CheckLearning;
import io.agencyos.application.conversion.learning.CheckLearningService;
import io.agencyos.application.conversion.learning.CheckPatternHealth;
import io.agencyos.application.conversion.learning.LearnTogether;
import io.agencyos.application.conversion.learning.LearnTogetherService;
import io.agencyos.application.conversion.learning.LearningAndPostSettings;
import io.agencyos.application.conversion.learning.LearningUseCases;
import io.agencyos.application.conversion.learning.ManageLearning;
import io.agencyos.application.conversion.learning.ManageLearningService;
import io.agencyos.application.conversion.learning.ShowPlatformLearning;
import io.agencyos.application.conversion.learning.ShowPlatformLearningService;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.conversion.refine.RefineSearches;
import io.agencyos.application.conversion.refine.ShowRefinements;
import io.agencyos.application.conversion.refine.ShowRefinementsService;
import io.agencyos.application.conversion.suggest.DecideSuggestion;
import io.agencyos.application.conversion.suggest.DecideSuggestionService;
import io.agencyos.application.conversion.suggest.PostOnboarding;
import io.agencyos.application.conversion.suggest.SuggestCampaignsService;
import io.agencyos.application.conversion.suggest.SuggestVariant;
import io.agencyos.application.conversion.suggest.SuggestionActions;
import io.agencyos.application.conversion.suggest.SuggestionPorts;
import io.agencyos.application.scoring.weight.DecideWeights;
import io.agencyos.application.scoring.weight.DecideWeightsService;

/** Learning, on the product's stores. */
public final class Learning {

    private Learning() {}

    /** How far it may act. */
    public static ManageLearning settings(Product product) {
        Basis basis = product.basis();
        return new ManageLearningService(
                new PostgresLearningSettings(),
                new AuditTrail(product.stores().audit, basis.clock(), basis.ids()),
                basis.units());
    }

    /** The settings of learning and of letters, as they stand among a client's others. */
    static SettingsElsewhere amongSettings(Product product) {
        return new LearningAndPostSettings(
                new PostgresLearningSettings(),
                product.stores().postBook,
                client -> product.channelVendors().addresses(client).isPresent(),
                product.basis().units());
    }

    /** What campaigns could do better. */
    public static SuggestCampaignsService suggestions(Product product) {
        return new SuggestCampaignsService(
                suggestionPorts(product),
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    /** What sets a client up whose profile was confirmed. */
    static PostOnboarding.Tools firstSteps(Product product) {
        Stores stores = product.stores();
        return new PostOnboarding.Tools(
                suggestionPorts(product),
                suggestions(product),
                decisions(product),
                product.campaigns().createCampaign(),
                stores.scoring.weights(),
                product.basis().units(),
                product.basis().clock());
    }

    private static SuggestionPorts suggestionPorts(Product product) {
        Stores stores = product.stores();
        return new SuggestionPorts(
                new PostgresSuggestions(),
                new PostgresCampaignResults(),
                new PostgresPatterns(),
                stores.clients,
                stores.campaigns,
                new PostgresLearningSettings());
    }

    /** What people make of it. */
    public static DecideSuggestion decisions(Product product) {
        return new DecideSuggestionService(
                new PostgresSuggestions(),
                new PostgresCampaignResults(),
                new SuggestionActions(product.campaigns(), settings(product), experiments(product)),
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    /** Experiments with texts, as people hold them. */
    public static HoldExperiments experiments(Product product) {
        Stores stores = product.stores();
        return new HoldExperimentsService(
                new ExperimentPorts(new PostgresExperiments(), stores.campaigns, stores.clients, stores.audit),
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    /** What looks at them every night. */
    public static LookAtExperiments looks(Product product) {
        return new LookAtExperimentsService(
                new PostgresExperiments(),
                new SuggestVariant(new PostgresSuggestions(), product.basis().ids()),
                product.basis().units(),
                product.basis().clock());
    }

    /** What searches for leads take up of it. */
    public static LearnedTargets targets(Product product) {
        Stores stores = product.stores();
        return new RefineSearches(
                stores.preferences,
                new PostgresRefinementLog(),
                stores.clients,
                product.basis().clock(),
                product.basis().ids());
    }

    /** What they took up. */
    public static ShowRefinements refinements(Product product) {
        return new ShowRefinementsService(
                new PostgresRefinementLog(),
                product.basis().units(),
                product.basis().clock());
    }

    /** Whether there is anything to learn. */
    public static CheckLearning check(Product product) {
        return new CheckLearningService(
                ports(product), product.basis().units(), product.basis().clock());
    }

    /** What staff of the platform decide about learned weights. */
    public static DecideWeights weightDecisions(Product product) {
        Stores stores = product.stores();
        return new DecideWeightsService(
                stores.scoring.weights(),
                stores.scoring.requests(),
                stores.audit,
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    /** What was learned across clients. */
    public static PlatformFindings platform(Product product) {
        return new PostgresPlatformFindings(product.basis().ids());
    }

    /** The same as staff sees it. */
    public static ShowPlatformLearning acrossClients(Product product) {
        return new ShowPlatformLearningService(
                ports(product), product.basis().units(), product.basis().clock());
    }

    /** Learning across the clients that agreed. */
    public static LearnTogether together(Product product) {
        Basis basis = product.basis();
        return new AlertOfBadSharing(
                new LearnTogetherService(
                        ports(product), new PostgresSharingConsents(), basis.units(), basis.clock(), basis.ids()),
                product.stores().alerts,
                basis.units(),
                basis.clock());
    }

    /** Its use cases; they keep nothing, so everyone may make them. */
    public static LearningUseCases of(Product product) {
        Basis basis = product.basis();
        return new LearningUseCases(ports(product), basis.units(), basis.clock(), basis.ids())
                .alerting(product.stores().alerts, basis.units(), basis.clock());
    }

    /** What looks at it every morning. */
    public static CheckPatternHealth health(Product product) {
        return new CheckPatternHealth(
                ports(product),
                product.stores().alerts,
                product.basis().units(),
                product.basis().clock());
    }

    /** What learns where nothing valid stands. */
    public static BackfillPatterns backfill(Product product) {
        return new BackfillPatterns(
                ports(product),
                of(product).learnPatterns(),
                product.basis().units(),
                product.basis().clock());
    }

    /** What is learned from. */
    public static LearningFacts facts() {
        return new PostgresLearningFacts();
    }

    private static LearningPorts ports(Product product) {
        Stores stores = product.stores();
        return new LearningPorts(
                facts(),
                new PostgresPatterns(),
                stores.scoring.weights(),
                stores.scoring.requests(),
                stores.clients,
                stores.events,
                platform(product),
                new PostgresExperiments(),
                new PostgresEngagement(),
                new PostgresSaleFacts(),
                new PostgresLearningSettings(),
                new PostgresScoringChoices());
    }
}
