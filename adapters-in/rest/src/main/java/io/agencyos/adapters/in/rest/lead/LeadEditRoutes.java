package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.lead.AddLead;
import io.agencyos.application.lead.ChangeLead;
import io.agencyos.application.lead.DeleteLead;
import io.agencyos.application.lead.LeadEditing;
import io.agencyos.application.lead.ListLeads;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single leads, made, changed and taken away by people. Source: api 9.6. */
public final class LeadEditRoutes implements RouteGroup {

    private static final String TAG = "Leads";
    private static final String ALL = Route.C + "/leads";
    private static final String ONE = ALL + "/{id}";
    private static final int CREATED = 201;

    private final AddLead add;
    private final ChangeLead change;
    private final DeleteLead delete;
    private final ListLeads leads;

    public LeadEditRoutes(LeadEditing editing, ListLeads leads) {
        this.add = editing.addLead();
        this.change = editing.changeLead();
        this.delete = editing.deleteLead();
        this.leads = leads;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(ALL, "Add a lead; it is scored at once and costs no credit")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .idempotent()
                        .body(LeadBodies.NewLead.class, LeadBodies.NewLead.EXAMPLE)
                        .answers(CREATED, LeadView.class, LeadView.EXAMPLE)
                        .problems(
                                ProblemCode.DUPLICATE,
                                ProblemCode.OUTREACH_BLOCKED,
                                ProblemCode.LEAD_UNAVAILABLE,
                                ProblemCode.SUBSCRIPTION_INACTIVE,
                                ProblemCode.BLOCKED)
                        .handledBy(this::add),
                Route.patch(ONE, "Change what is known of a lead; it is scored anew at once")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .ifMatchOrLastWrite()
                        .body(LeadBodies.PatchLead.class, LeadBodies.PatchLead.EXAMPLE)
                        .answers(LeadView.class, LeadView.EXAMPLE)
                        .problems(
                                ProblemCode.DUPLICATE,
                                ProblemCode.OUTREACH_BLOCKED,
                                ProblemCode.LEAD_UNAVAILABLE,
                                ProblemCode.DELETED)
                        .handledBy(this::change),
                Route.delete(ONE, "Take a lead away: its outreach stops and its person goes back to the pool")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .problems(ProblemCode.DELETED)
                        .handledBy(this::delete));
    }

    private Reply<LeadView> add(Call<LeadBodies.NewLead> call) {
        LeadBodies.NewLead body = call.body();
        CampaignId campaign = body.campaignId() == null ? null : new CampaignId(body.campaignId());
        return switch (add.add(call.scope(), body.draft(), campaign, call.origin())) {
            case AddLead.Outcome.Added(Lead lead) ->
                Reply.created(
                                "/api/v1/clients/" + lead.clientId().text() + "/leads/"
                                        + lead.id().text(),
                                view(call, lead.id()).orElseThrow())
                        .version(lead.version());
            case AddLead.Outcome.Invalid(List<FieldProblem> problems) -> invalid(problems);
            case AddLead.Outcome.Duplicate(LeadId existing) -> duplicate(existing);
            case AddLead.Outcome.Suppressed(SuppressionReason reason) -> blocked(reason);
            case AddLead.Outcome.Unavailable() -> unavailable();
            case AddLead.Outcome.Barred(ClientBar bar) -> Barred.reply(bar);
            case AddLead.Outcome.RoleRequired() -> role(call, Role.MEMBER);
        };
    }

    private Reply<LeadView> change(Call<LeadBodies.PatchLead> call) {
        LeadId id = call.id("id", LeadId::new);
        return switch (change.change(call.scope(), id, call.sentVersion(), call.body()::onto, call.origin())) {
            case ChangeLead.Outcome.Changed(Lead lead) ->
                Reply.ok(view(call, id).orElseThrow()).version(lead.version());
            case ChangeLead.Outcome.NotFound() -> gone(call, id);
            case ChangeLead.Outcome.VersionConflict(int version) ->
                Reply.refused(Problem.versionConflict(Optional.of(version)));
            case ChangeLead.Outcome.Invalid(List<FieldProblem> problems) -> invalid(problems);
            case ChangeLead.Outcome.Duplicate(LeadId existing) -> duplicate(existing);
            case ChangeLead.Outcome.Suppressed(SuppressionReason reason) -> blocked(reason);
            case ChangeLead.Outcome.Unavailable() -> unavailable();
            case ChangeLead.Outcome.RoleRequired() -> role(call, Role.MEMBER);
        };
    }

    private Reply<None> delete(Call<None> call) {
        LeadId id = call.id("id", LeadId::new);
        return switch (delete.delete(call.scope(), id, call.expectedVersion(), call.origin())) {
            case DELETED -> Reply.noContent();
            case NOT_FOUND -> gone(call, id);
            case VERSION_CONFLICT ->
                Reply.refused(Problem.versionConflict(
                        leads.show(call.scope(), id).map(listed -> listed.lead().version())));
            case ROLE_REQUIRED -> role(call, Role.ADMIN);
        };
    }

    private Optional<LeadView> view(Call<?> call, LeadId id) {
        return leads.show(call.scope(), id).map(LeadView::of);
    }

    /** Whoever was deleted is told so; whoever never was, or is another client's, is not found. */
    private <R> Reply<R> gone(Call<?> call, LeadId id) {
        return leads.show(call.scope(), id).isPresent()
                ? Reply.refused(ProblemCode.DELETED, "This lead was deleted.")
                : Reply.notFound();
    }

    private static <R> Reply<R> invalid(List<FieldProblem> problems) {
        return Reply.invalid(problems.stream()
                .map(problem -> problem.path().isEmpty()
                        ? FieldError.of("", problem.code(), problem.reason())
                        : FieldError.of(problem))
                .toList());
    }

    private static <R> Reply<R> duplicate(LeadId existing) {
        return Reply.refused(Problem.of(ProblemCode.DUPLICATE, "The client has this lead already.")
                .with("existing_id", existing.text()));
    }

    static <R> Reply<R> blocked(SuppressionReason reason) {
        return Reply.refused(Problem.of(ProblemCode.OUTREACH_BLOCKED, "This person must not be contacted.")
                .with("reasons", List.of(Map.of("code", "suppressed_" + reason.wire()))));
    }

    static <R> Reply<R> unavailable() {
        return Reply.refused(ProblemCode.LEAD_UNAVAILABLE, "This person cannot be taken.");
    }

    private static <R> Reply<R> role(Call<?> call, Role needed) {
        return Reply.refused(
                Problem.roleRequired(needed.wire(), call.scope().role().wire()));
    }
}
