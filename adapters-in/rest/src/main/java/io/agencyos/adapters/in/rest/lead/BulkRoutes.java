package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.lead.LeadWishes.Choice;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.lead.enrichment.LeadEnrichment;
import io.agencyos.application.outreach.bulk.BulkAction;
import io.agencyos.application.outreach.bulk.BulkLeadActions;
import io.agencyos.application.outreach.bulk.BulkOrder;
import io.agencyos.application.outreach.bulk.BulkOrder.Whom;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param reason why nobody may write there, for {@code suppress}; null takes {@code do_not_contact}
     * @param note what else is to be said, for {@code suppress}
     * @param force whether those that were completed before are looked up again, for {@code enrich}
     * @param campaignId the campaign that they join, for {@code assign_campaign}, which needs it
     */
    record Params(
            @Nullable SuppressionReason reason,
            @Nullable @Text(max = 2000) String note,
            @Nullable Boolean force,
            @Nullable UUID campaignId) {

        static final Params NONE = new Params(null, null, null, null);
    }

    /**
     * What is done to whom: to the leads named, or to those that a list so narrowed shows.
     *
     * @param action what is done to each of the leads
     * @param ids the leads by name; null where a filter says which
     * @param filter which leads, as a list would be narrowed; null where {@code ids} names them
     * @param params how it is done; which members count depends on the action
     */
    record Bulk(
            BulkAction action,

            @Nullable @Items(min = 1, max = LeadEnrichment.MOST_NAMED)
            List<UUID> ids,

            @Nullable Choice filter,
            @Nullable Params params) {

        static final Bulk EXAMPLE = new Bulk(
                BulkAction.SUPPRESS,
                List.of(UUID.fromString("019baaaa-0000-7000-8000-000000000031")),
                null,
                new Params(SuppressionReason.COMPETITOR, "Sells what we sell.", null, null));

        List<FieldError> faults() {
            List<FieldError> faults = new ArrayList<>();
            if ((ids == null) == (filter == null)) {
                faults.add(FieldError.of("/ids", "required", "Either ids or a filter."));
            }
            if (filter != null) {
                faults.addAll(filter.faults("/filter"));
                if (filter.isEmpty()) {
                    faults.add(FieldError.of("/filter", "required", "Says what the leads have in common."));
                }
            }
            if (action == BulkAction.ASSIGN_CAMPAIGN && how().campaignId() == null) {
                faults.add(FieldError.of("/params/campaign_id", "required", "The campaign that they go into."));
            }
            return faults;
        }

        private Params how() {
            return params == null ? Params.NONE : params;
        }

        BulkOrder order() {
            Params how = how();
            UUID campaign = how.campaignId();
            return new BulkOrder(
                    action,
                    whom(),
                    how.reason() == null ? SuppressionReason.DO_NOT_CONTACT : how.reason(),
                    how.note(),
                    campaign == null ? null : new CampaignId(campaign));
        }

        private Whom whom() {
            return filter == null
                    ? new Whom.Named(Objects.requireNonNull(ids).stream()
                            .map(LeadId::new)
                            .toList())
                    : new Whom.Chosen(filter.filter());
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
                .rules(Bulk::faults)
                .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                .problems(ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                .handledBy(this::act));
    }

    private Reply<JobViews.Job> act(Call<Bulk> call) {
        BulkOrder order = call.body().order();
        return switch (order.action()) {
            case ASSIGN_CAMPAIGN, PAUSE, RESUME, ARCHIVE, SUPPRESS ->
                started(call, BulkLeadActions.FLOW, order.params());
            case DELETE ->
                // what a person must have looked at stays with persons (api 2)
                call.scope().keyId() == null
                        ? started(call, BulkLeadActions.DELETION, order.params())
                        : Reply.refused(Problem.roleRequired(
                                Role.ADMIN.wire(), call.scope().role().wire()));
            case ENRICH -> {
                Map<String, String> params = new TreeMap<>(order.whom().params());
                params.put("force", Boolean.toString(call.body().force()));
                yield started(call, LeadEnrichment.FLOW, params);
            }
        };
    }

    private Reply<JobViews.Job> started(Call<?> call, String flow, Map<String, String> params) {
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return JobReplies.of(start.start(call.scope(), StartRun.Request.ofItself(flow, params, key)), call);
    }
}
