package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.deal.Fault;
import io.agencyos.application.deal.KeepDeals;
import io.agencyos.application.deal.ListDeals;
import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deals, from the first word to the last. Source: api 9.12. */
public final class DealRoutes implements RouteGroup {

    private static final String TAG = "Deals";
    private static final String ALL = Route.C + "/deals";
    private static final String ONE = ALL + "/{id}";

    private final KeepDeals keep;
    private final ListDeals deals;

    public DealRoutes(SaleUseCases sales) {
        keep = sales.keepDeals();
        deals = sales.listDeals();
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The deals of the client")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("stage", DealStage.class),
                                Param.words("match_status", Deals.Match.class),
                                Params.oneId("lead_id"),
                                Params.oneId("campaign_id"),
                                Param.text("expected_close_from", "From this day on."),
                                Param.text("expected_close_to", "Before this day."),
                                Param.search("Looks in the name."))
                        .lists(
                                DealView.class,
                                Sorting.of(
                                        "-created_at",
                                        "created_at",
                                        "expected_close_date",
                                        "-expected_close_date",
                                        "value_cents",
                                        "-value_cents"),
                                DealView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(ALL + "/pipeline", "What stands at each stage, by value and by what may come of it")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(DealView.PipelineView.class, DealView.PipelineView.EXAMPLE)
                        .handledBy(this::pipeline),
                Route.post(ALL, "Something may be sold: the lead is converted and written to no more")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .idempotent()
                        .body(DealBodies.NewDeal.class, DealBodies.NewDeal.EXAMPLE)
                        .answers(201, DealView.class, DealView.EXAMPLE)
                        .alsoAnswers(200)
                        .handledBy(this::make),
                Route.get(ONE, "One deal")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(DealView.class, DealView.EXAMPLE)
                        .handledBy(call -> show(call, call.id("id", DealId::new))
                                .<Reply<DealView>>map(view -> Reply.ok(view).version(view.version()))
                                .orElseGet(Reply::notFound)),
                Route.patch(ONE, "Other details")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .ifMatch()
                        .body(DealBodies.Edit.class, DealBodies.Edit.EXAMPLE)
                        .answers(DealView.class, DealView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::edit),
                Route.post(ONE + "/stage", "It stands elsewhere among the open stages")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .body(DealBodies.Move.class, DealBodies.Move.EXAMPLE)
                        .answers(DealView.class, DealView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> step(
                                call,
                                new KeepDeals.Step.Moved(
                                        call.body().stage(), call.body().probability()))),
                Route.post(ONE + "/win", "It was sold: the company is a customer, whose people nobody writes to")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .answers(DealView.class, DealView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> step(call, new KeepDeals.Step.Won())),
                Route.post(ONE + "/lose", "It was not sold")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .body(DealBodies.Lose.class, DealBodies.Lose.EXAMPLE)
                        .answers(DealView.class, DealView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> step(
                                call,
                                new KeepDeals.Step.Lost(
                                        call.body().lostReason(), call.body().lostNotes()))),
                Route.post(ONE + "/reopen", "It goes on at the stage at which it was closed")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .answers(DealView.class, DealView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> step(call, new KeepDeals.Step.Reopened())));
    }

    private Reply<Page<DealView>> list(Call<None> call) {
        List<FieldError> errors = new ArrayList<>();
        Deals.Filter filter = new Deals.Filter(
                Params.words(call.query(), "stage", DealStage.class),
                Params.words(call.query(), "match_status", Deals.Match.class),
                Params.id(call.query(), "lead_id", LeadId::new),
                Params.id(call.query(), "campaign_id", CampaignId::new),
                Params.day(call.query(), "expected_close_from", errors),
                Params.day(call.query(), "expected_close_to", errors),
                call.query().text("q").orElse(null));
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        String sort = call.paging().sort();
        boolean descending = sort.startsWith("-");
        Deals.By by = switch (descending ? sort.substring(1) : sort) {
            case "expected_close_date" -> Deals.By.EXPECTED_CLOSE_DATE;
            case "value_cents" -> Deals.By.VALUE_CENTS;
            default -> Deals.By.CREATED_AT;
        };
        ListDeals.Page page = deals.list(
                call.scope(),
                filter,
                by,
                descending,
                call.paging()
                        .after()
                        .map(after -> new Deals.After(after.keys().getFirst(), new DealId(after.id())))
                        .orElse(null),
                call.paging().limit());
        List<DealView> views = page.deals().stream()
                .map(deal -> DealView.of(deal, page.cards()))
                .toList();
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(new Paging.Position(
                                List.of(by.key(page.deals().getLast())),
                                views.getLast().id()))
                        : Optional.empty()));
    }

    private Reply<DealView.PipelineView> pipeline(Call<None> call) {
        return Reply.ok(new DealView.PipelineView(
                deals.pipeline(call.scope()).stream()
                        .map(total -> new DealView.StageView(
                                total.stage(), total.count(), total.valueCents(), total.weightedCents()))
                        .toList(),
                DealView.CURRENCY));
    }

    private Optional<DealView> show(Call<?> call, DealId id) {
        return deals.find(call.scope(), id).map(page -> DealView.of(page.deals().getFirst(), page.cards()));
    }

    private Reply<DealView> make(Call<DealBodies.NewDeal> call) {
        DealBodies.NewDeal body = call.body();
        return answered(
                call,
                keep.make(
                        call.scope(),
                        new KeepDeals.NewDeal(
                                body.leadId() == null ? null : new LeadId(body.leadId()),
                                body.meetingId() == null ? null : new MeetingId(body.meetingId()),
                                body.name(),
                                body.valueCents() == null ? null : new Money(body.valueCents()),
                                body.stage(),
                                body.expectedCloseDate()),
                        call.origin()));
    }

    private Reply<DealView> edit(Call<DealBodies.Edit> call) {
        DealBodies.Edit body = call.body();
        return answered(
                call,
                keep.change(
                        call.scope(),
                        call.id("id", DealId::new),
                        new KeepDeals.Details(
                                body.leadId().map(LeadId::new),
                                body.name().map(name -> name),
                                said(body.valueCents()).map(value -> value.map(Money::new)),
                                body.probability().map(percent -> percent),
                                said(body.expectedCloseDate()),
                                call.expectedVersion()),
                        call.origin()));
    }

    /** Empty where nothing is said, empty inside where it is taken away. */
    private static <T> Optional<Optional<T>> said(Change<T> change) {
        return change.mentioned() ? Optional.of(Optional.ofNullable(change.value())) : Optional.empty();
    }

    private Reply<DealView> step(Call<?> call, KeepDeals.Step step) {
        return answered(call, keep.step(call.scope(), call.id("id", DealId::new), step, call.origin()));
    }

    private Reply<DealView> answered(Call<?> call, KeepDeals.Outcome outcome) {
        return switch (outcome) {
            case KeepDeals.Outcome.Made(Deal deal) -> shown(call, deal, 201);
            case KeepDeals.Outcome.Known(Deal deal) -> shown(call, deal, 200);
            case KeepDeals.Outcome.Saved(Deal deal) -> {
                DealView view = show(call, deal.id()).orElseThrow();
                yield Reply.ok(view).version(view.version());
            }
            case KeepDeals.Outcome.NotFound missing -> Reply.notFound();
            case KeepDeals.Outcome.Barred(DealStage from, DealStage to, List<DealStage> allowed) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "A closed deal has to be opened again first.")
                        .with("from", from.wire())
                        .with("to", to.wire())
                        .with("allowed", allowed.stream().map(DealStage::wire).toList()));
            case KeepDeals.Outcome.VersionConflict(int version) ->
                Reply.refused(Problem.versionConflict(Optional.of(version)));
            case KeepDeals.Outcome.Invalid(List<Fault> faults) -> Faults.invalid(faults);
            case KeepDeals.Outcome.Forbidden refused -> Faults.forbidden(call, Role.MEMBER);
        };
    }

    private Reply<DealView> shown(Call<?> call, Deal deal, int status) {
        DealView view = show(call, deal.id()).orElseThrow();
        return Reply.created(call.path() + "/" + view.id(), view).status(status).version(view.version());
    }
}
