package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.lead.CareForLead;
import io.agencyos.application.lead.ListLeads;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How one lead is written to, whatever its campaign says. Source: api 9.6. */
public final class LeadCareRoutes implements RouteGroup {

    private static final String TAG = "Leads";
    private static final String ONE = Route.C + "/leads/{id}";

    private final CareForLead care;
    private final ListLeads leads;

    public LeadCareRoutes(CareForLead care, ListLeads leads) {
        this.care = care;
        this.leads = leads;
    }

    /**
     * A mode of its own; autopilot is an admin's to give.
     *
     * @param reason why, for the audit log
     */
    public record OwnMode(
            PermissionMode permissionMode,
            @Text(max = 500) String reason,
            @Nullable Instant expiresAt) {

        static final OwnMode EXAMPLE = new OwnMode(
                PermissionMode.CO_PILOT, "An old friend of the owner.", Instant.parse("2026-06-30T14:00:00Z"));
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(ONE + "/pause", "Nothing leaves by itself any more; what people write does")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .answers(LeadView.class, LeadView.EXAMPLE)
                        .handledBy(call -> shown(call, care.pause(call.scope(), id(call), call.origin()))),
                Route.post(ONE + "/resume", "What is due leaves again")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .answers(LeadView.class, LeadView.EXAMPLE)
                        .handledBy(call -> shown(call, care.resume(call.scope(), id(call), call.origin()))),
                Route.put(ONE + "/permission-override", "A permission mode of its own")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .body(OwnMode.class, OwnMode.EXAMPLE)
                        .answers(LeadView.class, LeadView.EXAMPLE)
                        .handledBy(this::override),
                Route.delete(ONE + "/permission-override", "The campaign's permission mode counts again")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .handledBy(call ->
                                done(call, care.lift(call.scope(), id(call), call.origin()), Reply::noContent)));
    }

    private static LeadId id(Call<?> call) {
        return call.id("id", LeadId::new);
    }

    private Reply<LeadView> override(Call<OwnMode> call) {
        OwnMode own = call.body();
        return shown(
                call,
                care.override(
                        call.scope(), id(call), own.permissionMode(), own.reason(), own.expiresAt(), call.origin()));
    }

    private Reply<LeadView> shown(Call<?> call, CareForLead.Outcome outcome) {
        return done(
                call,
                outcome,
                () -> Reply.ok(
                        leads.show(call.scope(), id(call)).map(LeadView::of).orElseThrow()));
    }

    private static <R> Reply<R> done(Call<?> call, CareForLead.Outcome outcome, Supplier<Reply<R>> answer) {
        return switch (outcome) {
            case CareForLead.Outcome.Done done -> answer.get();
            case CareForLead.Outcome.NotFound missing -> Reply.notFound();
            case CareForLead.Outcome.Forbidden(Role required) ->
                Reply.refused(Problem.roleRequired(
                        required.wire(), call.scope().role().wire()));
        };
    }
}
