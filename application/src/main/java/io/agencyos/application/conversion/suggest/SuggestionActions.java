package io.agencyos.application.conversion.suggest;

import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.CreateCampaign;
import io.agencyos.application.campaign.EditCampaign;
import io.agencyos.application.campaign.SharePriorities;
import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.campaign.lifecycle.CampaignTransition;
import io.agencyos.application.conversion.experiment.HoldExperiments;
import io.agencyos.application.conversion.learning.ManageLearning;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.evolve.DeclaredVariant;
import io.agencyos.domain.conversion.evolve.FirstCampaigns;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ExperimentId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does what an accepted suggestion says, through the use cases that a person would use: pauses, moves shares, makes a
 * draft, changes a target; for mix, texts and times it lets the consumer of what was learned act.
 */
public final class SuggestionActions {

    private static final String SYDNEY = "Australia/Sydney";

    private final CampaignUseCases campaigns;
    private final ManageLearning learning;
    private final HoldExperiments experiments;

    public SuggestionActions(CampaignUseCases campaigns, ManageLearning learning, HoldExperiments experiments) {
        this.campaigns = campaigns;
        this.learning = learning;
        this.experiments = experiments;
    }

    /**
     * What came of it.
     *
     * @param error what kept it from being done; empty when it is
     * @param made the campaign that it made, where it makes one
     */
    record Applied(Optional<String> error, Optional<CampaignId> made) {

        static Applied refused(String error) {
            return new Applied(Optional.of(error), Optional.empty());
        }
    }

    ActivateCampaign.Outcome activate(TenantScope scope, CampaignId campaign, Origin origin) {
        return campaigns.activateCampaign().activate(scope, campaign, origin);
    }

    Applied apply(TenantScope scope, Suggestion suggestion, Origin origin) {
        return suggestion.type() == SuggestionType.CREATE_CAMPAIGN
                ? create(scope, suggestion, origin)
                : new Applied(changed(scope, suggestion, origin), Optional.empty());
    }

    private Optional<String> changed(TenantScope scope, Suggestion suggestion, Origin origin) {
        return switch (suggestion.type()) {
            case CREATE_CAMPAIGN -> throw new IllegalArgumentException("makes a campaign: " + suggestion.id());
            case PAUSE_CAMPAIGN -> pause(scope, suggestion, origin);
            case ADJUST_ALLOCATION -> move(scope, suggestion, origin);
            case REFINE_TARGETING -> refine(scope, suggestion, origin);
            case CHANGE_CHANNEL_MIX ->
                uses(scope, uses -> new LearningSettings.Uses(uses.content(), uses.timing(), true, true), origin);
            case UPDATE_CONTENT ->
                text(suggestion.action(), DeclaredVariant.EXPERIMENT)
                        .map(experiment -> adopt(scope, experiment, origin))
                        .orElseGet(() -> uses(
                                scope,
                                uses -> new LearningSettings.Uses(
                                        true, uses.timing(), uses.sequences(), uses.channels()),
                                origin));
            case ADJUST_TIMING ->
                uses(scope, uses -> new LearningSettings.Uses(uses.content(), true, true, uses.channels()), origin);
        };
    }

    private Optional<String> adopt(TenantScope scope, String experiment, Origin origin) {
        ExperimentId id = new ExperimentId(UUID.fromString(experiment));
        return switch (experiments.adopt(scope, id, origin)) {
            case HoldExperiments.Outcome.Done done -> Optional.empty();
            case HoldExperiments.Outcome.NotFound gone -> Optional.of("experiment_gone");
            case HoldExperiments.Outcome.NoSuchStep gone -> Optional.of("step_gone");
            case HoldExperiments.Outcome.Over over -> Optional.of("invalid_transition");
            case HoldExperiments.Outcome.AlreadyRunning running -> Optional.of("already_running");
            case HoldExperiments.Outcome.ArmsInvalid invalid -> Optional.of("invalid");
            case HoldExperiments.Outcome.TextsInvalid invalid -> Optional.of("invalid");
        };
    }

    private Optional<String> pause(TenantScope scope, Suggestion suggestion, Origin origin) {
        CampaignId campaign = suggestion.campaignId();
        if (campaign == null) {
            return Optional.of("campaign_gone");
        }
        return switch (campaigns.pauseCampaign().pause(scope, campaign, suggestion.title(), origin)) {
            case CampaignTransition.Done done -> Optional.empty();
            case CampaignTransition.AlreadySo so -> Optional.empty();
            case CampaignTransition.Invalid invalid -> Optional.of("invalid_transition");
            case CampaignTransition.Terminal terminal -> Optional.of("campaign_over");
            case CampaignTransition.NotFound gone -> Optional.of("campaign_gone");
            case CampaignTransition.RoleRequired role -> Optional.of("role_required");
        };
    }

    /** The share of the campaign that gives some of it, as it stands; empty where nothing is moved. */
    OptionalInt shareTaken(TenantScope scope, Suggestion suggestion) {
        return suggestion.type() == SuggestionType.ADJUST_ALLOCATION
                ? campaigns.sharePriorities().show(scope).active().stream()
                        .filter(campaign -> campaign.id().equals(suggestion.campaignId()))
                        .mapToInt(Campaign::priorityPct)
                        .findFirst()
                : OptionalInt.empty();
    }

    /** As far as each campaign may give and take; what somebody moved before he could note it is not moved again. */
    private Optional<String> move(TenantScope scope, Suggestion suggestion, Origin origin) {
        SharePriorities.Shares shares = campaigns.sharePriorities().show(scope);
        Map<CampaignId, Integer> wanted = new LinkedHashMap<>();
        shares.active().forEach(campaign -> wanted.put(campaign.id(), campaign.priorityPct()));
        Optional<CampaignId> to =
                text(suggestion.action(), "to").map(UUID::fromString).map(CampaignId::new);
        CampaignId from = suggestion.campaignId();
        if (from == null || to.isEmpty() || !wanted.containsKey(from) || !wanted.containsKey(to.get())) {
            return Optional.of("campaign_not_active");
        }
        int points = whole(suggestion.action(), "points");
        int share = Optional.ofNullable(suggestion.metrics().current())
                .flatMap(then -> then.get(MonthOfReach.SHARE).map(_ -> whole(then, MonthOfReach.SHARE)))
                .orElse(wanted.get(from));
        if (wanted.get(from) == share - points) {
            return Optional.empty();
        }
        if (wanted.get(from) != share) {
            return Optional.of("version_conflict");
        }
        wanted.merge(from, -points, Integer::sum);
        wanted.merge(to.get(), points, Integer::sum);
        return switch (campaigns.sharePriorities().set(scope, wanted, shares.version(), origin)) {
            case SharePriorities.Outcome.Set set -> Optional.empty();
            case SharePriorities.Outcome.OutOfRange range -> Optional.of("allocation_range");
            case SharePriorities.Outcome.SetMismatch mismatch -> Optional.of("campaign_set_mismatch");
            case SharePriorities.Outcome.SumIsNot100 sum -> Optional.of("allocation_sum");
            case SharePriorities.Outcome.VersionConflict conflict -> Optional.of("version_conflict");
            case SharePriorities.Outcome.RoleRequired role -> Optional.of("role_required");
        };
    }

    private Applied create(TenantScope scope, Suggestion suggestion, Origin origin) {
        CampaignSettings plain =
                CampaignSettings.named(text(suggestion.action(), "name").orElse(suggestion.title()), ZoneId.of(SYDNEY));
        CampaignSettings settings = plain.aimed(target(suggestion.action()));
        CreateCampaign.Request request = new CreateCampaign.Request(CampaignOrigin.AI_SUGGESTED, settings, false);
        return switch (campaigns.createCampaign().create(scope, request, origin)) {
            case CreateCampaign.Outcome.Created created ->
                new Applied(Optional.empty(), Optional.of(created.campaign().id()));
            case CreateCampaign.Outcome.Invalid invalid -> Applied.refused("invalid");
            case CreateCampaign.Outcome.NameTaken taken -> Applied.refused("name_taken");
            case CreateCampaign.Outcome.RoleRequired role -> Applied.refused("role_required");
        };
    }

    /** Whom the suggestion named, by its profile or by the one segment that it stands on. */
    private static CampaignTarget target(Node.Members action) {
        return action.get(FirstCampaigns.TARGET)
                .flatMap(node -> node instanceof Node.Members target ? Optional.of(target) : Optional.empty())
                .map(target -> new CampaignTarget(
                        texts(target, "industries"),
                        texts(target, "titles"),
                        texts(target, "company_sizes"),
                        texts(target, "locations")))
                .orElseGet(() -> changed(
                        CampaignTarget.INHERITED,
                        text(action, "dimension").orElse(""),
                        text(action, "value").orElse(""),
                        null));
    }

    private static List<String> texts(Node.Members of, String name) {
        return of.get(name).stream()
                .flatMap(node -> node instanceof Node.Items(List<Node> all) ? all.stream() : Stream.empty())
                .flatMap(node -> node instanceof Node.Text(String value) ? Stream.of(value) : Stream.empty())
                .toList();
    }

    private Optional<String> refine(TenantScope scope, Suggestion suggestion, Origin origin) {
        Optional<Campaign> found = campaigns.sharePriorities().show(scope).active().stream()
                .filter(campaign -> campaign.id().equals(suggestion.campaignId()))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.of("campaign_not_active");
        }
        Campaign campaign = found.get();
        CampaignTarget target = changed(
                campaign.target(),
                text(suggestion.action(), "dimension").orElse(""),
                text(suggestion.action(), "add").orElse(null),
                text(suggestion.action(), "remove").orElse(null));
        CampaignSettings settings = campaign.settings().aimed(target);
        return switch (campaigns.editCampaign().edit(scope, campaign.id(), campaign.version(), settings, origin)) {
            case EditCampaign.Outcome.Edited edited -> Optional.empty();
            case EditCampaign.Outcome.Invalid invalid -> Optional.of("invalid");
            case EditCampaign.Outcome.NameTaken taken -> Optional.of("name_taken");
            case EditCampaign.Outcome.NotFound gone -> Optional.of("campaign_gone");
            case EditCampaign.Outcome.Terminal terminal -> Optional.of("campaign_over");
            case EditCampaign.Outcome.RoleRequired role -> Optional.of("role_required");
        };
    }

    private static CampaignTarget changed(
            CampaignTarget target, String dimension, @Nullable String add, @Nullable String remove) {
        return switch (dimension) {
            case Who.INDUSTRY ->
                new CampaignTarget(
                        values(target.industries(), add, remove),
                        target.titles(),
                        target.companySizes(),
                        target.locations());
            case Who.TITLE ->
                new CampaignTarget(
                        target.industries(),
                        values(target.titles(), add, remove),
                        target.companySizes(),
                        target.locations());
            case Who.SIZE ->
                new CampaignTarget(
                        target.industries(),
                        target.titles(),
                        values(target.companySizes(), add, remove),
                        target.locations());
            case Who.STATE ->
                new CampaignTarget(
                        target.industries(),
                        target.titles(),
                        target.companySizes(),
                        values(target.locations(), add, remove));
            default -> target;
        };
    }

    private static List<String> values(List<String> base, @Nullable String add, @Nullable String remove) {
        List<String> values = new ArrayList<>(base);
        if (remove != null) {
            values.removeIf(remove::equalsIgnoreCase);
        }
        if (add != null && values.stream().noneMatch(add::equalsIgnoreCase)) {
            values.add(add);
        }
        return List.copyOf(values);
    }

    private Optional<String> uses(TenantScope scope, UnaryOperator<LearningSettings.Uses> change, Origin origin) {
        LearningSettings now = learning.show(scope);
        LearningSettings then = now.with(change.apply(now.uses()));
        return learning.change(scope, then, origin).isPresent() ? Optional.empty() : Optional.of("invalid");
    }

    private static Optional<String> text(Node.Members of, String name) {
        return of.get(name)
                .flatMap(node -> node instanceof Node.Text(String value) ? Optional.of(value) : Optional.empty());
    }

    private static int whole(Node.Members of, String name) {
        return of.get(name)
                .flatMap(node -> node instanceof Node.Figure(BigDecimal value)
                        ? Optional.of(value.intValue())
                        : Optional.empty())
                .orElse(0);
    }
}
