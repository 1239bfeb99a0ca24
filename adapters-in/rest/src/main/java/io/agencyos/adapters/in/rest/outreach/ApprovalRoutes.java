package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Call;
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
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.adapters.in.rest.outreach.ApprovalJson.Approval;
import io.agencyos.adapters.in.rest.outreach.ApprovalJson.ApprovalShown;
import io.agencyos.adapters.in.rest.outreach.ApprovalJson.Bulk;
import io.agencyos.adapters.in.rest.outreach.ApprovalJson.BulkDecision;
import io.agencyos.adapters.in.rest.outreach.ApprovalJson.BulkResult;
import io.agencyos.adapters.in.rest.outreach.ApprovalJson.BulkResults;
import io.agencyos.adapters.in.rest.outreach.ApprovalJson.Edited;
import io.agencyos.adapters.in.rest.outreach.ApprovalJson.Rejection;
import io.agencyos.application.outreach.approval.ApprovalView;
import io.agencyos.application.outreach.approval.DecideApproval;
import io.agencyos.application.outreach.approval.DecideApproval.Decision;
import io.agencyos.application.outreach.approval.DecideApproval.Outcome;
import io.agencyos.application.outreach.approval.ListApprovals;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of touches that wait for a person's word; the first word counts. Source: api 9.11, outreach 1.4. */
public final class ApprovalRoutes implements RouteGroup {

    private static final String TAG = "Approvals";
    private static final String PATH = Route.C + "/approvals";

    private final ListApprovals queue;
    private final DecideApproval decide;
    private final People people;
    private final Moments moments;

    public ApprovalRoutes(ListApprovals queue, DecideApproval decide, People people, Moments moments) {
        this.queue = queue;
        this.decide = decide;
        this.people = people;
        this.moments = moments;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(PATH, "What waits for a person; other statuses where they are asked for")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("status", ApprovalItem.Status.class),
                                Param.words("channel", Channel.class),
                                Param.id("campaign_id"),
                                Param.id("lead_id"))
                        .lists(ApprovalShown.class, Sorting.of("expires_at"), ApprovalShown.EXAMPLE)
                        .handledBy(this::list),
                Route.get(PATH + "/{id}", "One that waits, or waited")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(ApprovalShown.class, ApprovalShown.EXAMPLE)
                        .handledBy(this::show),
                Route.post(PATH + "/{id}/approve", "Release it, as it stands or with another text")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .body(Approval.class, new Approval(new Edited("A quick thought", "Hello Priya")))
                        .answers(ApprovalShown.class, ApprovalShown.EXAMPLE)
                        .problems(ProblemCode.APPROVAL_NOT_PENDING, ProblemCode.CONTENT_QA_FAILED)
                        .handledBy(this::approve),
                Route.post(PATH + "/{id}/reject", "Hold it back")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .body(Rejection.class, new Rejection("not now", ApprovalItem.RejectionAction.SKIP_STEP))
                        .answers(ApprovalShown.class, ApprovalShown.EXAMPLE)
                        .problems(ProblemCode.APPROVAL_NOT_PENDING)
                        .handledBy(this::reject),
                Route.post(PATH + "/bulk-decisions", "Decide several; each is told apart")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .idempotent()
                        .body(Bulk.class, Bulk.EXAMPLE)
                        .answers(BulkResults.class, BulkResults.EXAMPLE)
                        .handledBy(this::bulk));
    }

    private Reply<Page<ApprovalShown>> list(Call<None> call) {
        Set<ApprovalItem.Status> statuses = call.query().words("status", ApprovalItem.Status.class);
        ListApprovals.Filter filter = new ListApprovals.Filter(
                statuses.isEmpty() ? Set.of(ApprovalItem.Status.PENDING) : statuses,
                call.query().words("channel", Channel.class),
                new HashSet<>(call.query().ids("campaign_id", CampaignId::new)),
                new HashSet<>(call.query().ids("lead_id", LeadId::new)));
        ApprovalId after = call.paging()
                .after()
                .map(position -> new ApprovalId(position.id()))
                .orElse(null);
        List<ApprovalView> rows =
                queue.of(call.scope(), filter, after, call.paging().limit() + 1);
        People.Names names = names(call, rows);
        Moments.Known stamps = moments.ofAll(
                call.scope(),
                Kind.APPROVAL,
                rows.stream().map(view -> view.item().id()).toList());
        return Reply.ok(Page.of(
                rows,
                call.paging(),
                view -> ApprovalShown.of(view, names, stamps.of(view.item().id())),
                view -> new Paging.Position(
                        List.of(Json.instant(view.item().expiresAt())),
                        view.item().id().value())));
    }

    private People.Names names(Call<?> call, List<ApprovalView> rows) {
        return people.named(
                call.scope().clientId(),
                rows.stream().map(view -> view.item().decidedBy()).toList());
    }

    private Reply<ApprovalShown> show(Call<?> call) {
        return queue.one(call.scope(), call.id("id", ApprovalId::new))
                .<Reply<ApprovalShown>>map(view -> Reply.ok(ApprovalShown.of(
                                view,
                                names(call, List.of(view)),
                                moments.of(
                                        call.scope(), Kind.APPROVAL, view.item().id())))
                        .version(view.item().version()))
                .orElseGet(Reply::notFound);
    }

    private Reply<ApprovalShown> approve(Call<Approval> call) {
        Edited edited = call.body().edited();
        return decided(
                call,
                edited == null ? new Decision.Approve() : new Decision.EditAndApprove(edited.subject(), edited.body()));
    }

    private Reply<ApprovalShown> reject(Call<Rejection> call) {
        return decided(call, rejection(call.body().action(), call.body().reason()));
    }

    private static Decision rejection(ApprovalItem.@Nullable RejectionAction action, @Nullable String reason) {
        return new Decision.Reject(Objects.requireNonNullElse(action, ApprovalItem.RejectionAction.SKIP_STEP), reason);
    }

    private Reply<ApprovalShown> decided(Call<?> call, Decision decision) {
        return switch (decide.decide(call.scope(), call.id("id", ApprovalId::new), decision, call.origin())) {
            case Outcome.Decided done -> show(call);
            case Outcome.NotFound gone -> Reply.notFound();
            case Outcome.NotPending(ApprovalItem item) -> Reply.refused(notPending(item));
            case Outcome.QualityFailed(List<String> codes) ->
                Reply.refused(Problem.of(ProblemCode.CONTENT_QA_FAILED, "The text does not pass; the item still waits.")
                        .with(
                                "reasons",
                                codes.stream().map(code -> Map.of("code", code)).toList()));
            case Outcome.Forbidden viewer ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }

    /** Who decided, and how. */
    private static Problem notPending(ApprovalItem item) {
        Problem problem = Problem.of(
                        ProblemCode.APPROVAL_NOT_PENDING,
                        "It is " + item.status().wire() + " already.")
                .with("decision", item.status().wire());
        return item.decidedBy() == null
                ? problem
                : problem.with("decided_by", item.decidedBy().text());
    }

    private Reply<BulkResults> bulk(Call<Bulk> call) {
        Bulk body = call.body();
        Decision decision = body.decision() == BulkDecision.APPROVE
                ? new Decision.Approve()
                : rejection(body.action(), body.reason());
        Map<ApprovalId, Decision> decisions = new LinkedHashMap<>();
        body.ids().forEach(id -> decisions.put(new ApprovalId(id), decision));
        return Reply.ok(new BulkResults(decide.decideAll(call.scope(), decisions, call.origin()).entrySet().stream()
                .map(told -> result(told.getKey().value(), told.getValue()))
                .toList()));
    }

    private static BulkResult result(UUID id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(ApprovalItem item) -> new BulkResult(id, item.status(), null);
            case Outcome.NotFound gone -> new BulkResult(id, null, ProblemCode.NOT_FOUND.wire());
            case Outcome.NotPending(ApprovalItem item) ->
                new BulkResult(id, item.status(), ProblemCode.APPROVAL_NOT_PENDING.wire());
            case Outcome.QualityFailed failed ->
                new BulkResult(id, ApprovalItem.Status.PENDING, ProblemCode.CONTENT_QA_FAILED.wire());
            case Outcome.Forbidden viewer -> new BulkResult(id, null, ProblemCode.ROLE_REQUIRED.wire());
        };
    }
}
