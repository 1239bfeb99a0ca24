package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.CampaignShown;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.campaign.lifecycle.CampaignTransition;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Campaigns: started, paused, ended, deleted. Source: api 9.4, outreach 1.2. */
public final class CampaignStateRoutes implements RouteGroup {

    private final CampaignUseCases use;

    public CampaignStateRoutes(CampaignUseCases use) {
        this.use = use;
    }

    /**
     * Why it is paused.
     *
     * @param reason why, in your own words; colleagues see it
     */
    public record Pause(@Text(min = 0, max = 500) @Nullable String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(CampaignRoutes.CAMPAIGN + "/activate", "Start a draft or a paused campaign")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .answers(CampaignShown.class, CampaignShown.EXAMPLE)
                        .problems(ProblemCode.ACTIVATION_BLOCKED, ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::activate),
                Route.post(CampaignRoutes.CAMPAIGN + "/pause", "Pause an active campaign; nothing is lost")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .body(Pause.class, new Pause("trade fair"))
                        .answers(CampaignShown.class, CampaignShown.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::pause),
                Route.post(CampaignRoutes.CAMPAIGN + "/complete", "End a campaign for good")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .answers(CampaignShown.class, CampaignShown.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::complete),
                Route.delete(CampaignRoutes.CAMPAIGN, "Delete a campaign; what was reported stays")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .handledBy(this::delete));
    }

    private Reply<CampaignShown> activate(Call<None> call) {
        return switch (use.activateCampaign().activate(call.scope(), call.id("id", CampaignId::new), call.origin())) {
            case ActivateCampaign.Outcome.Activated activated -> Campaigning.shown(use, call);
            case ActivateCampaign.Outcome.AlreadyActive already -> Campaigning.shown(use, call);
            case ActivateCampaign.Outcome.Blocked blocked ->
                Reply.refused(blocked("The campaign cannot start yet.", blocked));
            case ActivateCampaign.Outcome.NotFound gone -> Reply.notFound();
            case ActivateCampaign.Outcome.Terminal over -> Campaigning.terminal();
            case ActivateCampaign.Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }

    /** Why a campaign does not start, every reason at once. */
    public static Problem blocked(String detail, ActivateCampaign.Outcome.Blocked why) {
        return Problem.of(ProblemCode.ACTIVATION_BLOCKED, detail)
                .with(
                        "reasons",
                        why.problems().stream()
                                .map(problem -> reason(problem, why.missing()))
                                .toList());
    }

    private static Map<String, Object> reason(ActivationProblem problem, List<String> missing) {
        return problem == ActivationProblem.SENDER_IDENTITY_INCOMPLETE
                ? Map.of("code", problem.wire(), "params", Map.of("missing", missing))
                : Map.of("code", problem.wire());
    }

    private Reply<CampaignShown> pause(Call<Pause> call) {
        CampaignTransition outcome = use.pauseCampaign()
                .pause(call.scope(), call.id("id", CampaignId::new), call.body().reason(), call.origin());
        return answer(call, outcome, () -> Campaigning.shown(use, call));
    }

    private Reply<CampaignShown> complete(Call<None> call) {
        CampaignTransition outcome =
                use.completeCampaign().complete(call.scope(), call.id("id", CampaignId::new), call.origin());
        return answer(call, outcome, () -> Campaigning.shown(use, call));
    }

    private Reply<None> delete(Call<None> call) {
        CampaignTransition outcome = use.deleteCampaign()
                .delete(call.scope(), call.id("id", CampaignId::new), call.expectedVersion(), call.origin());
        return answer(call, outcome, Reply::noContent);
    }

    private static <R> Reply<R> answer(Call<?> call, CampaignTransition outcome, Supplier<Reply<R>> done) {
        return switch (outcome) {
            case CampaignTransition.Done moved -> done.get();
            case CampaignTransition.AlreadySo same -> done.get();
            case CampaignTransition.Invalid(CampaignStatus from, CampaignStatus to) ->
                Reply.refused(Problem.of(
                                ProblemCode.INVALID_TRANSITION,
                                "A campaign does not go from " + from.wire() + " to " + to.wire() + ".")
                        .with("from", from.wire())
                        .with("to", to.wire())
                        .with(
                                "allowed",
                                Arrays.stream(CampaignStatus.values())
                                        .filter(from::mayBecome)
                                        .map(CampaignStatus::wire)
                                        .toList()));
            case CampaignTransition.Terminal over -> Campaigning.terminal();
            case CampaignTransition.NotFound gone -> Reply.notFound();
            case CampaignTransition.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }
}
