package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.lead.enrichment.EnrichLeads;
import io.agencyos.application.lead.enrichment.LeadEnrichment;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of leads, completed by the client's data vendor, as jobs. Source: api 9.6. */
public final class EnrichmentRoutes implements RouteGroup {

    private static final String TAG = "Leads";
    private static final int ACCEPTED = 202;

    private final EnrichLeads enrich;
    private final StartRun start;

    public EnrichmentRoutes(EnrichLeads enrich, StartRun start) {
        this.enrich = enrich;
        this.start = start;
    }

    /**
     * {@code force} looks a lead up again that was completed already, once a day.
     *
     * @param force whether leads that were completed before are looked up again, which costs again
     */
    record One(@Nullable Boolean force) {}

    /** Which leads; absent for all. */
    record Filter(@Nullable UUID campaignId) {}

    /**
     * Many leads; those that were completed already only with {@code force}.
     *
     * @param filter which leads; null means all
     * @param force whether leads that were completed before are looked up again, which costs again
     */
    record Many(@Nullable Filter filter, @Nullable Boolean force) {

        static final Many EXAMPLE =
                new Many(new Filter(UUID.fromString("019baaaa-0000-7000-8000-000000000010")), false);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(Route.C + "/leads/{id}/enrich", "Complete the record of a lead")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .idempotent()
                        .body(One.class, new One(false))
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(ProblemCode.NOT_ELIGIBLE, ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                        .handledBy(this::one),
                Route.post(Route.C + "/leads/enrichment-jobs", "Complete the records of many leads")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .idempotent()
                        .body(Many.class, Many.EXAMPLE)
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                        .handledBy(this::many));
    }

    private Reply<JobViews.Job> one(Call<One> call) {
        LeadId lead = call.id("id", LeadId::new);
        boolean force = Boolean.TRUE.equals(call.body().force());
        return switch (enrich.wish(call.scope(), lead, force)) {
            case EnrichLeads.Wish.NotFound() -> Reply.notFound();
            case EnrichLeads.Wish.Refused(Enrichment.Refusal why) ->
                Reply.refused(Problem.of(ProblemCode.NOT_ELIGIBLE, said(why)).with("reason", why.wire()));
            case EnrichLeads.Wish.Granted() -> started(call, force, Map.of("lead_id", lead.text()));
        };
    }

    private static String said(Enrichment.Refusal why) {
        return switch (why) {
            case UNDER_WAY -> "This lead is being looked up.";
            case ALREADY_ENRICHED -> "This lead was completed already; force looks it up again.";
            case TOO_SOON -> "This lead was looked up lately.";
            case GIVEN_UP -> "Three looks found nobody; force tries once more.";
        };
    }

    private Reply<JobViews.Job> many(Call<Many> call) {
        Filter filter = call.body().filter();
        UUID campaign = filter == null ? null : filter.campaignId();
        return started(
                call,
                Boolean.TRUE.equals(call.body().force()),
                campaign == null ? Map.of() : Map.of("campaign_id", campaign.toString()));
    }

    private Reply<JobViews.Job> started(Call<?> call, boolean force, Map<String, String> whom) {
        Map<String, String> params = new TreeMap<>(whom);
        params.put("force", Boolean.toString(force));
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return JobReplies.of(
                start.start(call.scope(), StartRun.Request.ofItself(LeadEnrichment.FLOW, params, key)), call);
    }
}
