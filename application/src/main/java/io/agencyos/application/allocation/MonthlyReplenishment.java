package io.agencyos.application.allocation;

import io.agencyos.application.client.Credits;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowRuns;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.Outcome;
import io.agencyos.application.platform.flow.Run;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentChecks;
import io.agencyos.domain.allocation.Replenishment;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.RunId;
import io.agencyos.domain.shared.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The flow {@code monthly_replenishment}: after a reset, what a client's month needs is worked out, taken from the pool for
 * its active campaigns, and what the pool did not have stays as the number that is to be bought, with the tiers in which it
 * would be. Source: scoring POOL-12, flows 2.16.
 */
public final class MonthlyReplenishment {

    public static final String FLOW = "monthly_replenishment";

    private static final Duration LOOKED_AT_AGAIN = Duration.ofMinutes(1);
    private static final String VERDICT = "verdict";
    private static final String NEED = "need";
    private static final String ASSIGNED = "assigned";

    private final PlanReplenishment plan;
    private final Credits credits;
    private final Events events;

    private MonthlyReplenishment(PlanReplenishment plan, Credits credits, Events events) {
        this.plan = plan;
        this.credits = credits;
        this.events = events;
    }

    /**
     * What is asked for.
     *
     * @param mode smart where nobody says
     */
    public record Wanted(Replenishment.Mode mode) {

        static Result<Wanted, String> read(Map<String, String> params) {
            if (!Set.of("mode").containsAll(params.keySet())) {
                return Result.err("the known parameter is mode");
            }
            return Vocabulary.parse(Replenishment.Mode.class, params.getOrDefault("mode", "smart"))
                    .<Result<Wanted, String>>map(mode -> Result.ok(new Wanted(mode)))
                    .orElseGet(() -> Result.err("mode is one of smart, full and manual"));
        }
    }

    public static Flow<Wanted> flow(PlanReplenishment plan, Credits credits, Events events) {
        MonthlyReplenishment work = new MonthlyReplenishment(plan, credits, events);
        return new Flow<>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.ADMIN,
                Set.of(BreakerScope.CREDITS, BreakerScope.SUBSCRIPTION, BreakerScope.CLIENT_PAUSE),
                OnPlatform.Children.of((now, after, limit) -> credits.toReplenish(after, limit)),
                Wanted::read,
                List.of(
                        new FlowStep.Calling<>("compute_need", 1, work::need),
                        new FlowStep.Calling<>("assign", 8, work::assign),
                        new FlowStep.Chunked<>("finish", 1, work::finish)));
    }

    private StepResult need(StepContext<Wanted> context) {
        return planned(context)
                .<StepResult>map(planned -> new StepResult.Done(Counts.NONE, told(planned, context)))
                .orElseGet(() -> new StepResult.Skipped(Outcome.reason("no_subscription")));
    }

    private Optional<PlanReplenishment.Planned> planned(StepContext<Wanted> context) {
        return plan.plan(TenantScope.worker(context.client()), context.params().mode());
    }

    private static Outcome told(PlanReplenishment.Planned planned, StepContext<Wanted> context) {
        Replenishment.Verdict verdict = verdict(planned.plan(), context);
        Outcome outcome = new Outcome(
                Map.of(
                        "pipeline",
                        (long) planned.plan().pipeline(),
                        "gap",
                        (long) planned.plan().gap(),
                        NEED,
                        (long) planned.plan().need()),
                Map.of(
                        VERDICT,
                        verdict.wire(),
                        "mode",
                        context.params().mode().wire(),
                        "tiers",
                        planned.waterfall().stream()
                                .map(tier -> tier.name().wire())
                                .collect(Collectors.joining(","))));
        return verdict == Replenishment.Verdict.SOURCE ? outcome : outcome.plus(Outcome.reason(verdict.wire()));
    }

    /** Whoever starts it himself, and not to have it only worked out, has approved it. */
    private static Replenishment.Verdict verdict(Replenishment.Plan planned, StepContext<Wanted> context) {
        boolean approved =
                context.run().order().requestedBy() != null && context.params().mode() != Replenishment.Mode.MANUAL;
        return approved && planned.verdict() == Replenishment.Verdict.APPROVAL_NEEDED
                ? Replenishment.Verdict.SOURCE
                : planned.verdict();
    }

    /** How many leads for which campaign, at most as many as one run of {@code pool_assignment} may claim. */
    private record Portion(CampaignId campaign, int count) {}

    /** One child at a time: a client has one run of {@code pool_assignment}. The cursor keeps what is left. */
    private StepResult assign(StepContext<Wanted> context) {
        Outcome so = context.run().outcome();
        if (!Replenishment.Verdict.SOURCE.wire().equals(so.words().get(VERDICT))) {
            return new StepResult.Skipped(Outcome.NONE);
        }
        String cursor = context.cursor();
        if (cursor == null) {
            List<Portion> all = portions(context);
            int total = all.stream().mapToInt(Portion::count).sum();
            return new StepResult.More(written(all), Counts.done(total, 0), Outcome.NONE);
        }
        List<Portion> left = read(cursor);
        return left.isEmpty() ? assigned(context) : next(context, left, cursor);
    }

    private List<Portion> portions(StepContext<Wanted> context) {
        Map<CampaignId, Integer> byCampaign =
                planned(context).map(found -> found.plan().byCampaign()).orElse(Map.of());
        List<Portion> all = new ArrayList<>();
        byCampaign.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(CampaignId::text)))
                .forEach(share -> {
                    for (int count = share.getValue(); count > 0; count -= AssignmentChecks.MOST_REQUESTED) {
                        all.add(new Portion(share.getKey(), Math.min(count, AssignmentChecks.MOST_REQUESTED)));
                    }
                });
        return all;
    }

    private StepResult next(StepContext<Wanted> context, List<Portion> left, String cursor) {
        Portion portion = left.getFirst();
        RunKey key = RunKey.child(context.run().id(), Integer.toString(left.size()));
        Map<String, String> params =
                Map.of("campaign_id", portion.campaign().text(), "count", Integer.toString(portion.count()));
        return switch (context.others().start(context.client(), PoolAssignment.FLOW, key, params)) {
            case FlowRuns.Inserted.Made made -> new StepResult.Waits(cursor, null);
            // somebody's own assignment is not waited for by name: it may change the need, and the child asks anew
            case FlowRuns.Inserted.Active active ->
                new StepResult.Waits(cursor, context.now().plus(LOOKED_AT_AGAIN));
            case FlowRuns.Inserted.Known(RunId child, var state)
            when !state.isEnded() -> new StepResult.Waits(cursor, null);
            case FlowRuns.Inserted.Known(RunId child, var state) -> {
                int claimed = claimed(context, child);
                Counts counts = context.counts().plus(new Counts(0, claimed, 0, portion.count() - claimed, 0));
                yield new StepResult.More(
                        written(left.subList(1, left.size())), counts, Outcome.count(ASSIGNED, claimed));
            }
        };
    }

    private static int claimed(StepContext<Wanted> context, RunId child) {
        return context.others().children().stream()
                .filter(run -> run.id().equals(child))
                .map(Run::outcome)
                .mapToInt(
                        outcome -> outcome.counts().getOrDefault("claimed", 0L).intValue())
                .sum();
    }

    private static StepResult assigned(StepContext<Wanted> context) {
        long need = context.run().outcome().counts().getOrDefault(NEED, 0L);
        long missing = need - context.counts().done();
        return new StepResult.Done(
                context.counts(),
                missing > 0 ? Outcome.count("to_source", missing).with(Outcome.SHORTFALL, missing) : Outcome.NONE);
    }

    /** The month counts as replenished, unless the client has first to activate a campaign. */
    private StepResult finish(StepContext<Wanted> context) {
        Outcome so = context.run().outcome();
        if (Replenishment.Verdict.NO_ACTIVE_CAMPAIGN.wire().equals(so.words().get(VERDICT))) {
            return new StepResult.Skipped(Outcome.NONE);
        }
        credits.replenished(context.client());
        Map<String, String> payload = new HashMap<>(so.words());
        so.counts().forEach((name, number) -> payload.put(name, Long.toString(number)));
        String name = FLOW + ":" + context.run().id().text();
        events.append(new DomainEvent(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                context.client(),
                EventName.REPLENISHMENT_COMPLETED,
                context.client().value(),
                context.now(),
                Map.copyOf(payload)));
        return new StepResult.Done(Counts.NONE, Outcome.NONE);
    }

    private static String written(List<Portion> portions) {
        return portions.stream()
                .map(portion -> portion.campaign().text() + "=" + portion.count())
                .collect(Collectors.joining(","));
    }

    private static List<Portion> read(String cursor) {
        return cursor.isEmpty()
                ? List.of()
                : List.of(cursor.split(",")).stream()
                        .map(text -> text.split("="))
                        .map(parts ->
                                new Portion(new CampaignId(UUID.fromString(parts[0])), Integer.parseInt(parts[1])))
                        .toList();
    }
}
