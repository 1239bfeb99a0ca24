package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.Items;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.in.rest.route.Text;
import io.agencyos.application.lead.LeadEnrichment;
import io.agencyos.application.outreach.bulk.BulkAction;
import io.agencyos.application.outreach.bulk.BulkLeadActions;
import io.agencyos.application.outreach.bulk.BulkOrder;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.client.KeyScope;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.LeadId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One action on many leads, as a job. Source: api 9.6 {@code bulk-actions}. */
public final class BulkRoutes implements RouteGroup {

    private static final int ACCEPTED = 202;

    private final StartRun start;

    public BulkRoutes(StartRun start) {
        this.start = start;
    }

    /**
     * How it is done.
     *
     * @param reason of {@code suppress}; absent for {@code do_not_contact}
     * @param note of {@code suppress}
     * @param force of {@code enrich}: also those that were completed before
     */
    record Params(
            @Nullable SuppressionReason reason,
            @Nullable @Text(max = 2000) String note,
            @Nullable Boolean force) {

        static final Params NONE = new Params(null, null, null);
    }

    /** What is done to whom. */
    record Bulk(
            BulkAction action,
            @Items(min = 1, max = LeadEnrichment.MOST_NAMED) List<UUID> ids,
            @Nullable Params params) {

        static final Bulk EXAMPLE = new Bulk(
                BulkAction.SUPPRESS,
                List.of(UUID.fromString("019baaaa-0000-7000-8000-000000000031")),
                new Params(SuppressionReason.COMPETITOR, "Sells what we sell.", null));

        BulkOrder order() {
            Params how = params == null ? Params.NONE : params;
            return new BulkOrder(
                    action,
                    ids.stream().map(LeadId::new).toList(),
                    how.reason() == null ? SuppressionReason.DO_NOT_CONTACT : how.reason(),
                    how.note());
        }

        boolean force() {
            return params != null && Boolean.TRUE.equals(params.force());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(Route.C + "/leads/bulk-actions", "Do one thing to many leads; only admins delete")
                .tag("Leads")
                .role(Role.MEMBER)
                .key(KeyScope.LEADS_WRITE)
                .idempotent()
                .body(Bulk.class, Bulk.EXAMPLE)
                .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                .problems(ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                .handledBy(this::act));
    }

    private Reply<JobViews.Job> act(Call<Bulk> call) {
        BulkOrder order = call.body().order();
        return switch (order.action()) {
            case PAUSE, RESUME, ARCHIVE, SUPPRESS -> started(call, BulkLeadActions.FLOW, order.params());
            case DELETE ->
                // what a person must have looked at stays with persons (api 2)
                call.scope().keyId() == null
                        ? started(call, BulkLeadActions.DELETION, order.params())
                        : Reply.refused(Problem.roleRequired(
                                Role.ADMIN.wire(), call.scope().role().wire()));
            case ENRICH -> {
                Map<String, String> params = new TreeMap<>();
                params.put("lead_ids", order.leadIds());
                params.put("force", Boolean.toString(call.body().force()));
                yield started(call, LeadEnrichment.FLOW, params);
            }
        };
    }

    private Reply<JobViews.Job> started(Call<?> call, String flow, Map<String, String> params) {
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return JobReplies.of(start.start(call.scope(), new StartRun.Request(flow, params, key)), call);
    }
}
