package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.allocation.keeping.VetoLead;
import io.agencyos.application.allocation.store.LeadVetoes;
import io.agencyos.domain.allocation.Veto;
import io.agencyos.domain.allocation.VetoReason;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads of the pool that a client gives back because they do not fit. Source: scoring B12. */
public final class LeadVetoRoutes implements RouteGroup {

    private static final String TAG = "Leads";
    private static final int NEWEST = 100;

    private final VetoLead vetoes;

    public LeadVetoRoutes(VetoLead vetoes) {
        this.vetoes = vetoes;
    }

    /**
     * In what the lead does not fit.
     *
     * @param reason in what the lead does not fit the ideal customer
     */
    record NewVeto(
            VetoReason reason, @Nullable @Text(max = 500) String note) {

        static final NewVeto EXAMPLE = new NewVeto(VetoReason.WRONG_ROLE, "Runs the shop floor, not the marketing.");
    }

    /**
     * What was given back.
     *
     * @param left how many more leads may be given back in this period
     */
    record Vetoed(int left) {

        static final Vetoed EXAMPLE = new Vetoed(61);
    }

    /**
     * A lead that was given back, by what the ICP saw in it.
     *
     * @param reason in what the lead does not fit the ideal customer
     * @param title the person's position, in the words that the source gave; null where unknown
     */
    record VetoView(
            UUID leadId,
            VetoReason reason,
            @Nullable String note,
            @Nullable String title,
            Seniority seniority,
            @Nullable String industry,
            @Nullable Integer employeeCount,
            @Nullable String country,
            Instant vetoedAt) {

        static final VetoView EXAMPLE = new VetoView(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000a1"),
                NewVeto.EXAMPLE.reason(),
                NewVeto.EXAMPLE.note(),
                "Production Manager",
                Seniority.MANAGER,
                "Printing",
                40,
                "AU",
                Instant.parse("2026-03-02T01:00:00Z"));

        static VetoView of(LeadVetoes.Rejected rejected) {
            LeadVetoes.Example seen = rejected.example();
            return new VetoView(
                    rejected.lead().value(),
                    rejected.reason(),
                    rejected.note(),
                    seen.title(),
                    seen.seniority(),
                    seen.industry(),
                    seen.employees(),
                    seen.country() == null ? null : seen.country().alpha2(),
                    rejected.at());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(Route.C + "/leads/{id}/veto", "Gives back a lead of the pool that does not fit")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .body(NewVeto.class, NewVeto.EXAMPLE)
                        .answers(Vetoed.class, Vetoed.EXAMPLE)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::veto),
                Route.get(Route.C + "/lead-vetoes", "The last hundred leads that were given back, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(VetoView.class, Sorting.of("-vetoed_at"), VetoView.EXAMPLE)
                        .handledBy(this::list));
    }

    private Reply<Vetoed> veto(Call<NewVeto> call) {
        NewVeto body = call.body();
        return switch (vetoes.veto(call.scope(), call.id("id", LeadId::new), body.reason(), body.note())) {
            case VetoLead.Outcome.Vetoed(int left) -> Reply.ok(new Vetoed(left));
            case VetoLead.Outcome.NotEligible(Veto.Refusal why) ->
                Reply.refused(Problem.of(ProblemCode.NOT_ELIGIBLE, said(why)).with("reason", why.wire()));
            case VetoLead.Outcome.NotFound() -> Reply.notFound();
            case VetoLead.Outcome.RoleRequired() ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }

    private static String said(Veto.Refusal why) {
        return switch (why) {
            case NOT_FROM_THE_POOL -> "Only a lead that came from the pool, and that you hold, can be given back.";
            case TOUCHED -> "This lead was written to, or is being written to.";
            case TOO_LATE -> "A lead can be given back for 48 hours.";
            case TOO_MANY -> "A twentieth of this period's leads was given back already.";
        };
    }

    private Reply<Page<VetoView>> list(Call<None> call) {
        return Reply.ok(new Page<>(
                vetoes.newest(call.scope(), NEWEST).stream().map(VetoView::of).toList(),
                Optional.empty(),
                Optional.empty()));
    }
}
