package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.campaign.StepJson.NewStep;
import io.agencyos.adapters.in.rest.campaign.StepJson.PatchStep;
import io.agencyos.adapters.in.rest.campaign.StepJson.SequenceShown;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.CampaignView;
import io.agencyos.application.campaign.EditSequence;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceRules;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.SequenceTemplate;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A campaign's steps; the entity tag is that of the whole sequence. Source: api 9.4, outreach 2.7. */
public final class SequenceRoutes implements RouteGroup {

    private static final String SEQUENCE = CampaignRoutes.CAMPAIGN + "/sequence";
    private static final String STEPS = SEQUENCE + "/steps";
    private static final String STEP = STEPS + "/{n}";

    private final CampaignUseCases use;

    public SequenceRoutes(CampaignUseCases use) {
        this.use = use;
    }

    /**
     * Another order of the steps.
     *
     * @param order the present numbers of all steps, in the order that they shall have
     */
    public record NewOrder(
            @Items(min = 1, max = 20) @Range(min = 1, max = 20)
            List<Integer> order) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(SEQUENCE, "The newest version of the steps")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.VIEWER)
                        .answers(SequenceShown.class, SequenceShown.EXAMPLE)
                        .handledBy(this::show),
                edit(Route.post(STEPS, "Insert a step; later ones move up"))
                        .idempotent()
                        .body(NewStep.class, NewStep.EXAMPLE)
                        .answers(201, SequenceShown.class, SequenceShown.EXAMPLE)
                        .problems(ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::insert),
                edit(Route.patch(STEP, "Change a step"))
                        .body(PatchStep.class, PatchStep.EXAMPLE)
                        .answers(SequenceShown.class, SequenceShown.EXAMPLE)
                        .problems(ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::change),
                edit(Route.delete(STEP, "Take a step away; the gap closes"))
                        .answers(SequenceShown.class, SequenceShown.EXAMPLE)
                        .problems(ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::remove),
                edit(Route.put(SEQUENCE + "/order", "Put the steps in another order; the days stay"))
                        .body(NewOrder.class, new NewOrder(List.of(1, 3, 2)))
                        .answers(SequenceShown.class, SequenceShown.EXAMPLE)
                        .problems(ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(call -> edited(
                                call,
                                200,
                                (campaign, steps) -> Optional.of(new EditSequence.Change.Order(
                                        call.body().order())))),
                edit(Route.post(SEQUENCE + "/reset", "Go back to the steps of a template, with its gaps"))
                        .params(Param.words("template", SequenceTemplate.class))
                        .answers(SequenceShown.class, SequenceShown.EXAMPLE)
                        .problems(ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::reset));
    }

    /** Without a template the campaign's own: suggested ones begin with a denser one. */
    private Reply<SequenceShown> reset(Call<None> call) {
        Optional<SequenceTemplate> asked =
                call.query().words("template", SequenceTemplate.class).stream().findFirst();
        return edited(
                call,
                200,
                (campaign, steps) -> Optional.of(
                        new EditSequence.Change.Reset(asked.orElseGet(() -> SequenceTemplate.of(campaign.origin())))));
    }

    private static <Q, R> RouteBuilder<Q, R> edit(RouteBuilder<Q, R> route) {
        return route.tag(CampaignRoutes.TAG)
                .role(Role.MEMBER)
                .key(KeyScope.CAMPAIGNS_WRITE)
                .ifMatch();
    }

    private Reply<SequenceShown> show(Call<None> call) {
        return view(call)
                .<Reply<SequenceShown>>map(view -> Reply.ok(SequenceShown.of(
                                view.sequence(), view.campaign().sequence().isDefault()))
                        .version(view.sequence().version()))
                .orElseGet(Reply::notFound);
    }

    private Reply<SequenceShown> insert(Call<NewStep> call) {
        if (Boolean.FALSE.equals(call.body().skipIfReplied())) {
            return goesOnAfterAReply();
        }
        return edited(
                call,
                201,
                (campaign, steps) ->
                        Optional.of(new EditSequence.Change.Insert(call.body().step(steps))));
    }

    private static Reply<SequenceShown> goesOnAfterAReply() {
        return Reply.invalid(List.of(
                FieldError.of("/skip_if_replied", "always_true", "Whoever answered is not written to by a sequence.")));
    }

    private Reply<SequenceShown> change(Call<PatchStep> call) {
        if (!call.body().skipIfReplied().orElse(true)) {
            return goesOnAfterAReply();
        }
        return edited(
                call,
                200,
                (campaign, steps) -> number(call, steps)
                        .map(no -> new EditSequence.Change.Replace(call.body()
                                .merged(
                                        steps.get(no - 1),
                                        no == 1 ? 0 : steps.get(no - 2).dayOffset()))));
    }

    private Reply<SequenceShown> remove(Call<None> call) {
        return edited(call, 200, (campaign, steps) -> number(call, steps).map(EditSequence.Change.Delete::new));
    }

    /** The step that the path names; empty where there is none of this number. */
    private static Optional<Integer> number(Call<?> call, List<SequenceStep> steps) {
        String text = call.text("n");
        return text.matches("[1-9][0-9]?")
                ? Optional.of(Integer.valueOf(text)).filter(no -> no <= steps.size())
                : Optional.empty();
    }

    private Optional<CampaignView> view(Call<?> call) {
        return use.showCampaign().of(call.scope(), call.id("id", CampaignId::new));
    }

    private Reply<SequenceShown> edited(
            Call<?> call,
            int status,
            BiFunction<Campaign, List<SequenceStep>, Optional<? extends EditSequence.Change>> change) {
        Optional<CampaignView> seen = view(call);
        if (seen.isEmpty()) {
            return Reply.notFound();
        }
        Campaign campaign = seen.get().campaign();
        if (campaign.sequence().version() != call.expectedVersion()) {
            return Reply.refused(
                    Problem.versionConflict(Optional.of(campaign.sequence().version())));
        }
        Optional<? extends EditSequence.Change> asked =
                change.apply(campaign, seen.get().sequence().steps());
        return asked.isEmpty() ? Reply.notFound() : edited(call, status, campaign, asked.get());
    }

    private Reply<SequenceShown> edited(Call<?> call, int status, Campaign campaign, EditSequence.Change change) {
        return switch (use.editSequence()
                .edit(call.scope(), campaign.id(), call.expectedVersion(), change, call.origin())) {
            case EditSequence.Outcome.Edited(Campaign now, Sequence sequence, int moved) -> {
                SequenceShown shown = SequenceShown.of(sequence, now.sequence().isDefault());
                yield (status == 201 ? Reply.created(path(call), shown) : Reply.ok(shown)).version(sequence.version());
            }
            case EditSequence.Outcome.Invalid(List<SequenceRules.Problem> problems) ->
                Reply.invalid(problems.stream()
                        .map(problem ->
                                FieldError.of(FieldProblem.of(problem.path(), "invalid_step", problem.reason())))
                        .toList());
            case EditSequence.Outcome.NotFound missing -> Reply.notFound();
            case EditSequence.Outcome.Terminal over -> Campaigning.terminal();
            case EditSequence.Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }

    private static String path(Call<?> call) {
        return call.path().replaceAll("/steps$", "");
    }
}
