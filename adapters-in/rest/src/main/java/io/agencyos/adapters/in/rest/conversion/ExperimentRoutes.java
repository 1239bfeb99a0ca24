package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversion.experiment.Experiments;
import io.agencyos.application.conversion.experiment.HoldExperiments;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.ExperimentStatus;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ExperimentId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Experiments with the texts of steps. Source: api 9.10, conversion intelligence 7.1. */
public final class ExperimentRoutes implements RouteGroup {

    private static final String TAG = "Learning";
    private static final String ALL = Route.C + "/content-experiments";

    private final HoldExperiments experiments;
    private final ClockPort clock;

    public ExperimentRoutes(HoldExperiments experiments, ClockPort clock) {
        this.experiments = experiments;
        this.clock = clock;
    }

    /**
     * An arm to be; without a text it is the step's own words.
     *
     * @param name what colleagues call the arm
     * @param text what the arm writes in the place of the step's words; null takes these as they are
     */
    public record NewArm(String name, @Nullable String text) {}

    /**
     * An experiment to be.
     *
     * @param reward what counts as success; null takes a positive reply
     * @param arms what shall be compared; two at least
     */
    public record NewExperiment(
            UUID campaignId,
            int stepNumber,
            Variation.Element element,
            @Nullable Reward reward,
            List<NewArm> arms) {

        static final NewExperiment EXAMPLE = new NewExperiment(
                UUID.fromString("0198c0de-0000-7000-8000-000000000002"),
                1,
                Variation.Element.CTA,
                Reward.POSITIVE_REPLY,
                List.of(new NewArm("as it is", null), new NewArm("ideas", "Shall I send two ideas for {company}?")));

        HoldExperiments.Asked asked() {
            return new HoldExperiments.Asked(
                    new CampaignId(campaignId),
                    stepNumber,
                    element,
                    reward == null ? Reward.POSITIVE_REPLY : reward,
                    arms.stream()
                            .map(arm -> new HoldExperiments.ArmAsked(arm.name(), arm.text()))
                            .toList());
        }
    }

    /**
     * Why it ends.
     *
     * @param reason why, in your own words; colleagues see it
     */
    public record Stop(@Nullable String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Experiments with texts, the newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Params.oneId("campaign_id"), Param.words("status", ExperimentStatus.class))
                        .lists(ExperimentView.class, Sorting.of("-created_at"), ExperimentView.EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Give the leads of a step two to six texts by chance")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .idempotent()
                        .body(NewExperiment.class, NewExperiment.EXAMPLE)
                        .answers(201, ExperimentView.class, ExperimentView.EXAMPLE)
                        .problems(ProblemCode.ALREADY_RUNNING)
                        .handledBy(this::begin),
                Route.post(ALL + "/{id}/stop", "End an experiment; nothing is declared")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .body(Stop.class, new Stop("The offer changed."))
                        .answers(ExperimentView.class, ExperimentView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> answered(experiments.stop(
                                call.scope(),
                                call.id("id", ExperimentId::new),
                                call.body().reason(),
                                call.origin()))));
    }

    private Reply<ExperimentView> begin(Call<NewExperiment> call) {
        HoldExperiments.Outcome outcome =
                experiments.begin(call.scope(), call.body().asked(), call.origin());
        return outcome instanceof HoldExperiments.Outcome.Done(Experiment experiment)
                ? Reply.created(call.path(), view(experiment))
                : answered(outcome);
    }

    private Reply<Page<ExperimentView>> list(Call<None> call) {
        List<Experiment> found = experiments.list(
                call.scope(),
                new Experiments.Filter(
                        Params.id(call.query(), "campaign_id", CampaignId::new),
                        call.query().words("status", ExperimentStatus.class)),
                call.paging()
                        .after()
                        .map(after -> new Experiments.After(Params.instant(after), new ExperimentId(after.id())))
                        .orElse(null),
                call.paging().limit() + 1);
        return Reply.ok(Page.of(
                found,
                call.paging(),
                this::view,
                last -> Params.at(last.startedAt(), last.id().value())));
    }

    private ExperimentView view(Experiment experiment) {
        return ExperimentView.of(experiment, clock.now());
    }

    private Reply<ExperimentView> answered(HoldExperiments.Outcome outcome) {
        return switch (outcome) {
            case HoldExperiments.Outcome.Done(Experiment experiment) -> Reply.ok(view(experiment));
            case HoldExperiments.Outcome.NotFound gone -> Reply.notFound();
            case HoldExperiments.Outcome.NoSuchStep gone ->
                Reply.invalid(List.of(FieldError.of(
                        "/step_number", "not_found", "The campaign has no such step, or one that says nothing.")));
            case HoldExperiments.Outcome.ArmsInvalid(String why) ->
                Reply.invalid(List.of(FieldError.of("/arms", "invalid", why)));
            case HoldExperiments.Outcome.TextsInvalid(List<HoldExperiments.ArmProblem> problems) ->
                Reply.invalid(problems.stream()
                        .map(each -> FieldError.of("/arms/" + each.arm() + "/text", each.code(), each.detail()))
                        .toList());
            case HoldExperiments.Outcome.AlreadyRunning running ->
                Reply.refused(ProblemCode.ALREADY_RUNNING, "An experiment runs for this step; stop it first.");
            case HoldExperiments.Outcome.Over(Experiment experiment) ->
                Reply.refused(
                        ProblemCode.INVALID_TRANSITION,
                        "The experiment is over: " + experiment.status().wire() + ".");
        };
    }
}
