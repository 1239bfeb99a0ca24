package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.lead.LeadWishes.Choice;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.lead.LeadChoice;
import io.agencyos.application.lead.LeadExport;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads as a file. Source: api 9.6 {@code leads/exports}. */
public final class LeadExportRoutes implements RouteGroup {

    private static final int ACCEPTED = 202;

    private final StartRun start;

    public LeadExportRoutes(StartRun start) {
        this.start = start;
    }

    /**
     * Which leads become a file.
     *
     * @param filter all leads without it
     */
    record Wanted(@Nullable Choice filter) {

        static final Wanted EXAMPLE = new Wanted(Choice.EXAMPLE);

        List<FieldError> faults() {
            return filter == null ? List.of() : filter.faults("/filter");
        }

        Filter chosen() {
            return filter == null ? Filter.ALL : filter.filter();
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(
                        Route.C + "/leads/exports",
                        "Leads as a CSV file: a job whose notes name the address to fetch it")
                .tag("Leads")
                .role(Role.ADMIN)
                .idempotent()
                .limited(RateLimit.TRANSFER)
                .body(Wanted.class, Wanted.EXAMPLE)
                .rules(Wanted::faults)
                .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                .problems(ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                .handledBy(this::order));
    }

    private Reply<JobViews.Job> order(Call<Wanted> call) {
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return JobReplies.of(
                start.start(
                        call.scope(),
                        StartRun.Request.ofItself(
                                LeadExport.FLOW, LeadChoice.params(call.body().chosen()), key)),
                call);
    }
}
