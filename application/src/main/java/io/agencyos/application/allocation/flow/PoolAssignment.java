package io.agencyos.application.allocation.flow;

import io.agencyos.application.allocation.AssignPoolLeads;
import io.agencyos.application.allocation.AssignTogether;
import io.agencyos.application.allocation.TopUpCampaigns;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The flow {@code pool_assignment}: every morning the active campaigns of all clients with fewer than a hundred leads that
 * wait for their first touch get more from the pool, served together; or one client's, as many as somebody asks for, the
 * emptiest first. Source: flows 2.4.
 */
public final class PoolAssignment {

    public static final String FLOW = "pool_assignment";

    /** How the counts begin of people whom a check refused; the check follows. */
    static final String SKIPPED = "skipped_";

    private static final int ENOUGH = 100;
    private static final int BY_SCHEDULE = 20;
    private static final int MOST = 1000;
    private static final String SEPARATOR = ",";

    private final AssignPoolLeads assign;
    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final UnitOfWork units;

    private PoolAssignment(AssignPoolLeads assign, Campaigns campaigns, Enrolments enrolments, UnitOfWork units) {
        this.assign = assign;
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.units = units;
    }

    /**
     * What a run is for.
     *
     * @param campaign empty for all that want more
     * @param count for each, 1–1,000
     */
    public record Wanted(Optional<CampaignId> campaign, int count) {

        static Result<Wanted, String> read(Map<String, String> params) {
            Set<String> known = Set.of("campaign_id", "count");
            if (!known.containsAll(params.keySet())) {
                return Result.err("known parameters are campaign_id and count");
            }
            Optional<Integer> count = number(params.getOrDefault("count", Integer.toString(BY_SCHEDULE)));
            if (count.isEmpty()) {
                return Result.err("count is a number from 1 to " + MOST);
            }
            String campaign = params.get("campaign_id");
            return campaign == null
                    ? Result.ok(new Wanted(Optional.empty(), count.get()))
                    : EntityId.parse(campaign, CampaignId::new)
                            .map(id -> new Wanted(Optional.of(id), count.get()))
                            .mapError(problem -> "campaign_id is no id");
        }

        private static Optional<Integer> number(String text) {
            return Optional.of(text)
                    .filter(digits -> digits.matches("\\d{1,4}"))
                    .map(Integer::parseInt)
                    .filter(number -> number >= 1 && number <= MOST);
        }
    }

    public static Flow<Wanted> flow(
            AssignPoolLeads assign,
            TopUpCampaigns topUp,
            Campaigns campaigns,
            Enrolments enrolments,
            UnitOfWork units) {
        PoolAssignment work = new PoolAssignment(assign, campaigns, enrolments, units);
        return new Flow<>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(BreakerScope.CREDITS, BreakerScope.SUBSCRIPTION),
                new OnPlatform.Together(new FlowStep.Calling<>("top_up", 1, context -> served(topUp.topUp())), null),
                Wanted::read,
                List.of(new FlowStep.Calling<>("claim", 1, work::claim)));
    }

    private static StepResult served(List<AssignTogether.Served> all) {
        Counts counts = Counts.NONE;
        Outcome outcome = Outcome.count("campaigns", all.size());
        for (AssignTogether.Served served : all) {
            counts = counts.plus(counts(served.outcome(), served.wish().count()));
            outcome = outcome.plus(outcome(served.outcome(), served.wish().count()));
        }
        return new StepResult.Done(counts, outcome);
    }

    /** One campaign at a time; the cursor names those that are left. */
    private StepResult claim(StepContext<Wanted> context) {
        String cursor = context.cursor();
        List<CampaignId> left = cursor == null ? wanting(context) : read(cursor);
        if (left.isEmpty()) {
            return new StepResult.Done(context.counts(), Outcome.reason("no_campaign_wants_leads"));
        }
        CampaignId campaign = left.getFirst();
        int count = context.params().count();
        AssignPoolLeads.Outcome came = assign.assign(
                TenantScope.worker(context.client()),
                new AssignPoolLeads.Request(
                        campaign, count, "run:" + context.run().id().text() + ":" + campaign.text(), false));
        List<CampaignId> rest = left.subList(1, left.size());
        Counts counts = context.counts().plus(counts(came, count));
        return rest.isEmpty()
                ? new StepResult.Done(counts, outcome(came, count))
                : new StepResult.More(written(rest), counts, outcome(came, count));
    }

    private List<CampaignId> wanting(StepContext<Wanted> context) {
        return context.params()
                .campaign()
                .map(List::of)
                .orElseGet(
                        () -> units.inTenant(TenantScope.worker(context.client()), () -> emptiest(context.client())));
    }

    private List<CampaignId> emptiest(ClientId client) {
        Map<CampaignId, Map<EnrolmentState, Integer>> states = enrolments.states(client);
        Map<CampaignId, Integer> waiting = campaigns.all(client).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .map(Campaign::id)
                .collect(Collectors.toMap(
                        id -> id, id -> states.getOrDefault(id, Map.of()).getOrDefault(EnrolmentState.PENDING, 0)));
        return waiting.entrySet().stream()
                .filter(buffer -> buffer.getValue() < ENOUGH)
                .sorted(Map.Entry.<CampaignId, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(CampaignId::text))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Counts counts(AssignPoolLeads.Outcome came, int wanted) {
        return came instanceof AssignPoolLeads.Outcome.Done(AssignPoolLeads.Report report)
                ? new Counts(wanted, report.assigned(), 0, report.shortfall(), 0)
                : new Counts(wanted, 0, 0, wanted, 0);
    }

    private static Outcome outcome(AssignPoolLeads.Outcome came, int wanted) {
        Outcome asked = Outcome.count("requested", wanted);
        return switch (came) {
            case AssignPoolLeads.Outcome.Done(AssignPoolLeads.Report report) -> done(asked, report);
            case AssignPoolLeads.Outcome.Refused(AssignmentRefusal refusal) ->
                asked.with(Outcome.SHORTFALL, wanted).plus(Outcome.reason(refusal.wire()));
            // a worker has every role, and the key is the run's own
            case AssignPoolLeads.Outcome.RoleRequired() -> throw new IllegalStateException("the worker was refused");
            case AssignPoolLeads.Outcome.KeyReused() -> throw new IllegalStateException("the run's key was reused");
        };
    }

    private static Outcome done(Outcome asked, AssignPoolLeads.Report report) {
        Outcome all = asked.with("claimed", report.assigned()).with("enrolled", report.enrolled());
        for (Map.Entry<AssignmentRefusal, Integer> refused : report.refused().entrySet()) {
            all = all.with(SKIPPED + refused.getKey().wire(), refused.getValue());
        }
        AssignmentRefusal stopped = report.stopped();
        Outcome told = stopped == null ? all : all.plus(Outcome.reason(stopped.wire()));
        return report.shortfall() > 0 ? told.with(Outcome.SHORTFALL, report.shortfall()) : told;
    }

    private static List<CampaignId> read(String cursor) {
        return Arrays.stream(cursor.split(SEPARATOR))
                .map(id -> EntityId.parse(id, CampaignId::new).orElseThrow())
                .toList();
    }

    private static String written(List<CampaignId> left) {
        return left.stream().map(CampaignId::text).collect(Collectors.joining(SEPARATOR));
    }
}
