package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.CampaignShown;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.NewCampaign;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.PatchCampaign;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.CampaignView;
import io.agencyos.application.campaign.CreateCampaign;
import io.agencyos.application.campaign.EditCampaign;
import io.agencyos.application.outreach.approval.ApproveWaiting;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Campaigns: made, read, changed. Source: api 9.4. */
public final class CampaignRoutes implements RouteGroup {

    private static final String APPROVE_PENDING = "approve_pending";

    static final String TAG = "Campaigns";
    static final String CAMPAIGNS = Route.C + "/campaigns";
    public static final String CAMPAIGN = CAMPAIGNS + "/{id}";

    private final CampaignUseCases use;
    private final ApproveWaiting approve;

    public CampaignRoutes(CampaignUseCases use, ApproveWaiting approve) {
        this.use = use;
        this.approve = approve;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(CAMPAIGNS, "Campaigns with how their enrolments stand")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("status", CampaignStatus.class),
                                Param.words("origin", CampaignOrigin.class),
                                Param.search("In the name."))
                        .lists(
                                CampaignShown.class,
                                Sorting.of(
                                        "created_at",
                                        "-created_at",
                                        "name",
                                        "-name",
                                        "status",
                                        "-status",
                                        "priority_pct",
                                        "-priority_pct"),
                                CampaignShown.EXAMPLE)
                        .handledBy(this::list),
                Route.post(CAMPAIGNS, "Make a draft with the default sequence")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .idempotent()
                        .body(NewCampaign.class, NewCampaign.EXAMPLE)
                        .rules(SettingsReader::problems)
                        .answers(201, CampaignShown.class, CampaignShown.EXAMPLE)
                        .problems(ProblemCode.DUPLICATE)
                        .handledBy(this::create),
                Route.get(CAMPAIGN, "One campaign")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(CampaignShown.class, CampaignShown.EXAMPLE)
                        .handledBy(this::show),
                Route.patch(CAMPAIGN, "Change a campaign's settings")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .ifMatch()
                        .params(Param.flag(
                                APPROVE_PENDING,
                                "With a change to autopilot: what waits for approval is approved, too, but for"
                                        + " letters."))
                        .body(PatchCampaign.class, PatchCampaign.EXAMPLE)
                        .answers(CampaignShown.class, CampaignShown.EXAMPLE)
                        .problems(ProblemCode.DUPLICATE, ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::edit));
    }

    private Reply<Page<CampaignShown>> list(Call<None> call) {
        Set<CampaignStatus> statuses = call.query().words("status", CampaignStatus.class);
        Set<CampaignOrigin> origins = call.query().words("origin", CampaignOrigin.class);
        Optional<String> search = call.query().text("q").map(CampaignRoutes::folded);
        List<CampaignView> found = use.listCampaigns().of(call.scope(), null).stream()
                .filter(view ->
                        statuses.isEmpty() || statuses.contains(view.campaign().status()))
                .filter(view ->
                        origins.isEmpty() || origins.contains(view.campaign().origin()))
                .filter(view -> search.map(
                                text -> folded(view.campaign().name()).contains(text))
                        .orElse(true))
                .toList();
        String sort = call.paging().sort();
        return Reply.ok(Pages.of(
                found,
                call.paging(),
                view -> key(view.campaign(), sort),
                view -> view.campaign().id().value(),
                CampaignShown::of));
    }

    private static String key(Campaign campaign, String sort) {
        return switch (sort.replace("-", "")) {
            case "name" -> folded(campaign.name());
            case "status" -> campaign.status().wire();
            case "priority_pct" -> "%03d".formatted(campaign.priorityPct());
            default -> Json.instant(campaign.createdAt());
        };
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private Reply<CampaignShown> create(Call<NewCampaign> call) {
        return switch (SettingsReader.of(call.body())) {
            case Result.Err<CampaignSettings, List<FieldError>>(List<FieldError> errors) -> Reply.invalid(errors);
            case Result.Ok<CampaignSettings, List<FieldError>>(CampaignSettings settings) -> create(call, settings);
        };
    }

    private Reply<CampaignShown> create(Call<NewCampaign> call, CampaignSettings settings) {
        CampaignOrigin origin = Objects.requireNonNullElse(call.body().origin(), CampaignOrigin.CUSTOM);
        CreateCampaign.Request request =
                new CreateCampaign.Request(origin, settings, call.body().channelMix() != null);
        return switch (use.createCampaign().create(call.scope(), request, call.origin())) {
            case CreateCampaign.Outcome.Created(Campaign made, var sequence) ->
                shown(call, made.id())
                        .map(view -> Reply.created(call.path() + "/" + made.id().text(), CampaignShown.of(view))
                                .version(made.version()))
                        .<Reply<CampaignShown>>map(done -> done)
                        .orElseGet(Reply::notFound);
            case CreateCampaign.Outcome.Invalid(List<FieldProblem> problems) -> Campaigning.invalid(problems);
            case CreateCampaign.Outcome.NameTaken taken -> Campaigning.nameTaken();
            case CreateCampaign.Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }

    private Reply<CampaignShown> show(Call<None> call) {
        return Campaigning.shown(use, call);
    }

    private Reply<CampaignShown> edit(Call<PatchCampaign> call) {
        Optional<CampaignView> seen = shown(call, call.id("id", CampaignId::new));
        if (seen.isEmpty()) {
            return Reply.notFound();
        }
        Campaign before = seen.get().campaign();
        if (before.version() != call.expectedVersion()) {
            return Reply.refused(Problem.versionConflict(Optional.of(before.version())));
        }
        return switch (SettingsReader.merged(before.settings(), call.body())) {
            case Result.Err<CampaignSettings, List<FieldError>>(List<FieldError> errors) -> Reply.invalid(errors);
            case Result.Ok<CampaignSettings, List<FieldError>>(CampaignSettings settings) ->
                switch (use.editCampaign()
                        .edit(call.scope(), before.id(), call.expectedVersion(), settings, call.origin())) {
                    case EditCampaign.Outcome.Edited(Campaign after) -> {
                        if (call.query().flag(APPROVE_PENDING)
                                && after.permissionMode() == PermissionMode.AUTOPILOT
                                && before.permissionMode() != PermissionMode.AUTOPILOT) {
                            approve.ofCampaign(call.scope(), before.id(), call.origin());
                        }
                        yield Campaigning.shown(use, call);
                    }
                    case EditCampaign.Outcome.Invalid(List<FieldProblem> problems) -> Campaigning.invalid(problems);
                    case EditCampaign.Outcome.NameTaken taken -> Campaigning.nameTaken();
                    case EditCampaign.Outcome.NotFound missing -> Reply.notFound();
                    case EditCampaign.Outcome.Terminal over -> Campaigning.terminal();
                    case EditCampaign.Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
                };
        };
    }

    private Optional<CampaignView> shown(Call<?> call, CampaignId id) {
        return use.showCampaign().of(call.scope(), id);
    }
}
