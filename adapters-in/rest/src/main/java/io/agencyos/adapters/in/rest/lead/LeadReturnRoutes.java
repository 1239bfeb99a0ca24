package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.allocation.AllocationUseCases;
import io.agencyos.application.allocation.ArchiveLead;
import io.agencyos.application.allocation.ReengageLead;
import io.agencyos.application.lead.ListLeads;
import io.agencyos.domain.allocation.Reengagement;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads that people put away and take up again. Source: api 9.6. */
public final class LeadReturnRoutes implements RouteGroup {

    private static final String TAG = "Leads";
    private static final String ONE = Route.C + "/leads/{id}";
    private static final int LONGEST_REASON = 500;

    private final ArchiveLead archive;
    private final ReengageLead reengage;
    private final ListLeads leads;

    public LeadReturnRoutes(AllocationUseCases allocation, ListLeads leads) {
        this.archive = allocation.archiveLead();
        this.reengage = allocation.reengageLead();
        this.leads = leads;
    }

    /**
     * Why, and where to.
     *
     * @param reason why, for the audit log
     * @param campaignId the campaign that the lead joins; null leaves it in its own
     */
    public record Again(
            @Text(max = LONGEST_REASON) String reason,
            @Nullable UUID campaignId) {

        static final Again EXAMPLE = new Again("Asked us to call again in spring.", null);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(ONE + "/archive", "Put away a lead whose sequence ended without an answer")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .answers(LeadView.class, LeadView.EXAMPLE)
                        .problems(ProblemCode.NOT_ELIGIBLE, ProblemCode.DELETED)
                        .handledBy(this::archive),
                Route.post(ONE + "/reengage", "Take up again a lead that had ended")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .body(Again.class, Again.EXAMPLE)
                        .answers(LeadView.class, LeadView.EXAMPLE)
                        .problems(
                                ProblemCode.NOT_ELIGIBLE,
                                ProblemCode.DELETED,
                                ProblemCode.OUTREACH_BLOCKED,
                                ProblemCode.LEAD_UNAVAILABLE,
                                ProblemCode.NO_CREDITS,
                                ProblemCode.SUBSCRIPTION_INACTIVE,
                                ProblemCode.BLOCKED)
                        .handledBy(this::reengage));
    }

    private Reply<LeadView> archive(Call<None> call) {
        LeadId id = call.id("id", LeadId::new);
        return switch (archive.archive(call.scope(), id)) {
            case ARCHIVED -> shown(call, id);
            case NOT_FOUND -> gone(call, id);
            case NOT_ELIGIBLE -> notEligible("Only a lead whose sequence ended without an answer is put away.", null);
            case ROLE_REQUIRED -> role(call);
        };
    }

    private Reply<LeadView> reengage(Call<Again> call) {
        LeadId id = call.id("id", LeadId::new);
        Again body = call.body();
        CampaignId campaign = body.campaignId() == null ? null : new CampaignId(body.campaignId());
        return switch (reengage.reengage(call.scope(), id, body.reason(), campaign)) {
            case ReengageLead.Outcome.Reengaged() -> shown(call, id);
            case ReengageLead.Outcome.NotFound() -> gone(call, id);
            case ReengageLead.Outcome.NotEligible(Reengagement.NotEligible(Instant until)) ->
                notEligible(
                        until == null ? "This lead is not taken up again." : "It is too early to ask again.", until);
            case ReengageLead.Outcome.CampaignNotFound() ->
                Reply.invalid(List.of(FieldError.of(
                        "/campaign_id", "campaign_not_found", "There is no such campaign that takes leads.")));
            case ReengageLead.Outcome.Suppressed(SuppressionReason reason) -> LeadEditRoutes.blocked(reason);
            case ReengageLead.Outcome.Unavailable() -> LeadEditRoutes.unavailable();
            case ReengageLead.Outcome.NoCredits() ->
                Reply.refused(ProblemCode.NO_CREDITS, "The client has no credit left.");
            case ReengageLead.Outcome.Barred(ClientBar bar) -> Barred.reply(bar);
            case ReengageLead.Outcome.RoleRequired() -> role(call);
        };
    }

    private Reply<LeadView> shown(Call<?> call, LeadId id) {
        LeadView view = leads.show(call.scope(), id).map(LeadView::of).orElseThrow();
        return Reply.ok(view);
    }

    /** Whoever was deleted is told so; whoever never was, or is another client's, is not found. */
    private Reply<LeadView> gone(Call<?> call, LeadId id) {
        return leads.show(call.scope(), id).isPresent()
                ? Reply.refused(ProblemCode.DELETED, "This lead was deleted.")
                : Reply.notFound();
    }

    private static Reply<LeadView> notEligible(String detail, @Nullable Instant until) {
        Problem problem = Problem.of(ProblemCode.NOT_ELIGIBLE, detail);
        return Reply.refused(Optional.ofNullable(until)
                .map(at -> problem.with("until", at.toString()))
                .orElse(problem));
    }

    private static Reply<LeadView> role(Call<?> call) {
        return Reply.refused(
                Problem.roleRequired(Role.MEMBER.wire(), call.scope().role().wire()));
    }
}
