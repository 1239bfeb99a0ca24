package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
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
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.lead.privacy.KeepPrivacy;
import io.agencyos.application.lead.privacy.PrivacyRequests;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who ask what is held of them, or that it is erased. Source: api 9.14. */
public final class PrivacyRoutes implements RouteGroup {

    private static final String TAG = "Privacy";
    private static final String ALL = Route.C + "/privacy-requests";
    private static final int ACCEPTED = 202;
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000030");
    private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");

    private static final View EXAMPLE = new View(
            ID,
            PrivacyRequest.Kind.ERASE,
            PrivacyRequest.Status.DONE,
            1,
            Map.of("app.lead", 1, "app.message", 4),
            ID,
            AT,
            AT.plus(PrivacyRequest.TIME),
            AT);
    private static final Detail DETAIL = new Detail(
            ID,
            PrivacyRequest.Kind.ACCESS,
            PrivacyRequest.Status.DONE,
            1,
            Map.of("app.lead", 1),
            ID,
            AT,
            AT.plus(PrivacyRequest.TIME),
            AT,
            List.of(new Table("app.lead", List.of(Map.of("email", "lee@person.example")))));

    private final KeepPrivacy use;

    public PrivacyRoutes(KeepPrivacy use) {
        this.use = use;
    }

    /**
     * Who asks for what.
     *
     * @param kind whether the person wants to see what is known, or have it erased
     * @param email the address of whoever asks; everything about the person with this address is found
     */
    record Ask(PrivacyRequest.Kind kind, @Text(max = 254) String email) {}

    /**
     * A request of a person to see what is known, or to have it erased.
     *
     * @param kind whether the person wants to see what is known, or have it erased
     * @param status whether it is still to be done
     * @param leads how many leads have the address
     * @param rows how many rows were found, or changed, by table
     * @param dueAt until when it has to be answered
     */
    record View(
            UUID id,
            PrivacyRequest.Kind kind,
            PrivacyRequest.Status status,
            int leads,
            Map<String, Integer> rows,
            UUID requestedBy,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant finishedAt) {

        static View of(PrivacyRequest request) {
            return new View(
                    request.id().value(),
                    request.kind(),
                    request.status(),
                    request.leads().size(),
                    request.rows(),
                    request.requestedBy().value(),
                    request.createdAt(),
                    request.dueAt(),
                    request.finishedAt());
        }
    }

    /**
     * The rows of a table, their members as text.
     *
     * @param name the table, by its name in the database
     * @param rows the rows, their columns by name
     */
    record Table(String name, List<Map<String, String>> rows) {}

    /**
     * A request of a person with what was found.
     *
     * @param kind whether the person wants to see what is known, or have it erased
     * @param status whether it is still to be done
     * @param leads leads that were found to be of the person
     * @param rows how many rows each table holds of the person
     * @param dueAt until when it has to be answered
     * @param held everything, as it is now, where access was asked for and is answered
     */
    record Detail(
            UUID id,
            PrivacyRequest.Kind kind,
            PrivacyRequest.Status status,
            int leads,
            Map<String, Integer> rows,
            UUID requestedBy,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant finishedAt,
            List<Table> held) {

        static Detail of(KeepPrivacy.Shown shown) {
            View view = View.of(shown.request());
            return new Detail(
                    view.id(),
                    view.kind(),
                    view.status(),
                    view.leads(),
                    view.rows(),
                    view.requestedBy(),
                    view.createdAt(),
                    view.dueAt(),
                    view.finishedAt(),
                    shown.held().entrySet().stream()
                            .map(table -> new Table(table.getKey(), table.getValue()))
                            .toList());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "What people asked about data that is held of them")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .params(
                                Param.words("kind", PrivacyRequest.Kind.class),
                                Param.words("status", PrivacyRequest.Status.class))
                        .lists(View.class, Sorting.of("-created_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Gather all that is held of a person, or erase it")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .body(Ask.class, new Ask(PrivacyRequest.Kind.ERASE, "lee@person.example"))
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(ProblemCode.NOT_ELIGIBLE, ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                        .handledBy(this::order),
                Route.get(ALL + "/{id}", "What a person asked, and what is held of them")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .answers(Detail.class, DETAIL)
                        .handledBy(call -> use.show(call.scope(), call.id("id", PrivacyRequestId::new), call.origin())
                                .<Reply<Detail>>map(shown -> Reply.ok(Detail.of(shown)))
                                .orElseGet(Reply::notFound)));
    }

    private Reply<Page<View>> list(Call<None> call) {
        Paging paging = call.paging();
        PrivacyRequests.Filter filter = new PrivacyRequests.Filter(
                call.query().words("kind", PrivacyRequest.Kind.class),
                call.query().words("status", PrivacyRequest.Status.class));
        PrivacyRequests.After after = paging.after()
                .map(position -> new PrivacyRequests.After(
                        Instant.parse(position.keys().getFirst()), new PrivacyRequestId(position.id())))
                .orElse(null);
        return Reply.ok(Page.of(
                use.list(call.scope(), filter, after, paging.limit() + 1),
                paging,
                View::of,
                request -> new Paging.Position(
                        List.of(request.createdAt().toString()), request.id().value())));
    }

    private Reply<JobViews.Job> order(Call<Ask> call) {
        return switch (EmailAddress.parse(call.body().email())) {
            case Result.Err<EmailAddress, InputProblem>(InputProblem wrong) ->
                Reply.invalid(List.of(FieldError.of("/email", wrong.code(), wrong.reason())));
            case Result.Ok<EmailAddress, InputProblem>(EmailAddress email) -> ordered(call, email);
        };
    }

    private Reply<JobViews.Job> ordered(Call<Ask> call, EmailAddress email) {
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return switch (use.order(call.scope(), call.body().kind(), email, key, call.origin())) {
            case KeepPrivacy.Outcome.Ordered(var run) -> JobReplies.of(run, call);
            case KeepPrivacy.Outcome.AlreadyOpen(PrivacyRequestId open) ->
                Reply.refused(Problem.of(ProblemCode.ALREADY_RUNNING, "Another request is being answered.")
                        .with("existing_id", open.text()));
            case KeepPrivacy.Outcome.NotEligible() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "A test twin holds nobody who is real.");
            case KeepPrivacy.Outcome.RoleRequired(Role required) ->
                Reply.refused(Problem.roleRequired(
                        required.wire(), call.scope().role().wire()));
        };
    }
}
