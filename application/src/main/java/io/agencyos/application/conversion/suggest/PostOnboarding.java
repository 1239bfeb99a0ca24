package io.agencyos.application.conversion.suggest;

import io.agencyos.application.campaign.CreateCampaign;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.evolve.FirstCampaigns;
import io.agencyos.domain.conversion.evolve.FirstWeights;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The flow {@code post_onboarding}: once a profile is confirmed, first campaigns are drafted by it and weights are proposed, so
 * that the client is never left empty. Nothing is bought, given out or sent before somebody activates a draft. Source: flows 2.2,
 * content 2.8, conversion intelligence 17.
 */
public final class PostOnboarding {

    public static final String FLOW = "post_onboarding";

    private static final String DRAFTS = "campaigns";

    private final SuggestionPorts ports;
    private final SuggestCampaigns suggest;
    private final DecideSuggestion decide;
    private final CreateCampaign create;
    private final WeightSets weights;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** What it works with. */
    public record Tools(
            SuggestionPorts ports,
            SuggestCampaigns suggest,
            DecideSuggestion decide,
            CreateCampaign create,
            WeightSets weights,
            UnitOfWork units,
            ClockPort clock) {}

    private PostOnboarding(Tools tools) {
        ports = tools.ports();
        suggest = tools.suggest();
        decide = tools.decide();
        create = tools.create();
        weights = tools.weights();
        units = tools.units();
        clock = tools.clock();
    }

    public static Flow<Map<String, String>> flow(Tools tools) {
        PostOnboarding work = new PostOnboarding(tools);
        return new Flow<>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.ADMIN,
                Set.of(BreakerScope.SUBSCRIPTION),
                OnPlatform.Children.everybody(),
                params -> params.isEmpty() ? Result.ok(params) : Result.err("this flow takes no parameters"),
                List.of(
                        new FlowStep.Calling<>("verify", 1, work::verify),
                        new FlowStep.Calling<>("suggest", 1, work::suggested),
                        new FlowStep.Calling<>("draft", 4, work::drafted),
                        new FlowStep.Calling<>("propose_weights", 1, work::proposed),
                        new FlowStep.Calling<>("finish", 1, work::finish)));
    }

    private StepResult verify(StepContext<Map<String, String>> context) {
        ClientId client = context.client();
        return in(client, () -> {
            Optional<IcpTarget> profile = profile(client);
            if (profile.filter(
                            icp -> !icp.industries().isEmpty() || !icp.titles().isEmpty())
                    .isEmpty()) {
                return new StepResult.Failed(RunFailure.of(
                        FailureClass.PERMANENT,
                        "icp_incomplete",
                        "The confirmed profile names neither industries nor titles. Complete it and start again."));
            }
            ports.clients().onboarded(client, OnboardingStatus.SETTING_UP);
            return new StepResult.Done(Counts.NONE, Outcome.NONE);
        });
    }

    private Optional<IcpTarget> profile(ClientId client) {
        return ports.clients()
                .icp(client)
                .filter(icp -> icp.status() == IcpStatus.CONFIRMED)
                .map(IcpProfile::target);
    }

    private StepResult suggested(StepContext<Map<String, String>> context) {
        return switch (suggest.suggest(context.client())) {
            case SuggestCampaigns.Outcome.Skipped(var reasons) ->
                new StepResult.Done(Counts.NONE, Outcome.reason(String.join(", ", reasons)));
            case SuggestCampaigns.Outcome.Suggested(int created, int refreshed, int expired) ->
                new StepResult.Done(Counts.NONE, Outcome.count("suggestions", created + refreshed));
        };
    }

    /** Each suggestion by the profile becomes its draft; a name that is taken is a draft that an earlier try made. */
    private StepResult drafted(StepContext<Map<String, String>> context) {
        ClientId client = context.client();
        TenantScope worker = TenantScope.worker(client);
        int made = 0;
        for (Suggestion suggestion : in(client, () -> byProfile(client))) {
            if (decide.accept(worker, suggestion.id(), Origin.NONE) instanceof DecideSuggestion.Outcome.Decided) {
                made++;
            }
        }
        if (in(client, () -> isEmpty(client))) {
            made += core(worker) ? 1 : 0;
        }
        return new StepResult.Done(Counts.done(made, made), Outcome.count(DRAFTS, made));
    }

    private List<Suggestion> byProfile(ClientId client) {
        Suggestions.Filter open = new Suggestions.Filter(
                Set.of(SuggestionType.CREATE_CAMPAIGN),
                Set.of(SuggestionStatus.PENDING, SuggestionStatus.APPROVED),
                null);
        return ports.suggestions().list(client, open, Integer.MAX_VALUE).stream()
                .filter(each -> each.action().get(FirstCampaigns.TARGET).isPresent())
                .toList();
    }

    private boolean isEmpty(ClientId client) {
        return ports.campaigns().all(client).stream()
                .allMatch(campaign -> campaign.status().isTerminal());
    }

    /** Where nothing was suggested one campaign takes everybody of the profile. */
    private boolean core(TenantScope worker) {
        Client client = in(worker.clientId(), () -> ports.clients().find(worker.clientId()))
                .orElseThrow();
        CampaignSettings settings = CampaignSettings.named(client.name() + " \u2013 core ICP", client.timezone());
        return create.create(
                        worker, new CreateCampaign.Request(CampaignOrigin.AI_SUGGESTED, settings, false), Origin.NONE)
                instanceof CreateCampaign.Outcome.Created;
    }

    /** A candidate beside the weights in force; an admin takes it up by a backtest of exactly it, like any of his own. */
    private StepResult proposed(StepContext<Map<String, String>> context) {
        ClientId client = context.client();
        return in(client, () -> {
            List<WeightSet> known = weights.of(client);
            boolean own = known.stream().anyMatch(set -> set.source() == WeightsSource.CLIENT_CUSTOM);
            Optional<Weights> proposal =
                    own ? Optional.empty() : profile(client).flatMap(FirstWeights::proposed);
            proposal.ifPresent(set -> weights.insert(
                    client,
                    new WeightSet(
                            WeightsSource.CLIENT_CUSTOM,
                            1
                                    + known.stream()
                                            .mapToInt(WeightSet::version)
                                            .max()
                                            .orElse(0),
                            WeightsStatus.CANDIDATE,
                            false,
                            null,
                            Result.ok(set)),
                    clock.now()));
            return new StepResult.Done(Counts.NONE, Outcome.count("proposed_weights", proposal.isPresent() ? 1 : 0));
        });
    }

    private StepResult finish(StepContext<Map<String, String>> context) {
        ClientId client = context.client();
        return in(client, () -> {
            ports.clients()
                    .onboarded(
                            client,
                            isEmpty(client) ? OnboardingStatus.COMPLETED_WITH_WARNINGS : OnboardingStatus.COMPLETED);
            return new StepResult.Done(Counts.NONE, Outcome.NONE);
        });
    }

    private <T> T in(ClientId client, Supplier<T> work) {
        return units.inTenant(TenantScope.worker(client), work);
    }
}
