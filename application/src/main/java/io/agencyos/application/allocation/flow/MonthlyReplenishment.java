package io.agencyos.application.allocation.flow;

import io.agencyos.application.allocation.PlanReplenishment;
import io.agencyos.application.allocation.sourcing.PoolPopulation;
import io.agencyos.application.client.Credits;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentChecks;
import io.agencyos.domain.allocation.Replenishment;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The flow {@code monthly_replenishment}: after a reset, what a client's month needs is worked out, taken from the pool for
 * its active campaigns; what the pool did not have is bought and given to them too. Source: scoring POOL-12, flows 2.16.
 */
public final class MonthlyReplenishment {

    public static final String FLOW = "monthly_replenishment";

    private static final String VERDICT = "verdict";
    private static final String NEED = "need";
    private static final String ASSIGNED = "assigned";
    private static final String TO_SOURCE = "to_source";
    private static final String SOURCED = "sourced";
    /** Of the event: leads that a person has to ask for. */
    private static final String AWAITS_APPROVAL = "awaits_approval";

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
     * @param mode empty for the client's own
     */
    public record Wanted(Optional<ReplenishmentMode> mode) {

        static Result<Wanted, String> read(Map<String, String> params) {
            if (!Set.of("mode").containsAll(params.keySet())) {
                return Result.err("the known parameter is mode");
            }
            String mode = params.get("mode");
            if (mode == null) {
                return Result.ok(new Wanted(Optional.empty()));
            }
            return Vocabulary.parse(ReplenishmentMode.class, mode)
                    .<Result<Wanted, String>>map(known -> Result.ok(new Wanted(Optional.of(known))))
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
                        new FlowStep.Calling<>("assign", 4, work::assign),
                        new FlowStep.Calling<>("buy", 3, work::buy),
                        new FlowStep.Calling<>("take", 3, work::take),
                        new FlowStep.Chunked<>("finish", 1, work::finish)));
    }

    private StepResult need(StepContext<Wanted> context) {
        return planned(context)
                .<StepResult>map(planned -> new StepResult.Done(Counts.NONE, told(planned, context)))
                .orElseGet(() -> new StepResult.Skipped(Outcome.reason("no_subscription")));
    }

    private Optional<PlanReplenishment.Planned> planned(StepContext<Wanted> context) {
        return plan.plan(
                TenantScope.worker(context.client()), context.params().mode().orElse(null));
    }

    private static Outcome told(PlanReplenishment.Planned planned, StepContext<Wanted> context) {
        Replenishment.Verdict verdict = verdict(planned, context);
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
                        planned.mode().wire(),
                        "tiers",
                        planned.waterfall().stream()
                                .map(tier -> tier.name().wire())
                                .collect(Collectors.joining(","))));
        return verdict == Replenishment.Verdict.SOURCE ? outcome : outcome.plus(Outcome.reason(verdict.wire()));
    }

    /** Whoever starts it himself, and not to have it only worked out, has approved it. */
    private static Replenishment.Verdict verdict(PlanReplenishment.Planned planned, StepContext<Wanted> context) {
        boolean onlyWorkedOut =
                context.params().mode().filter(ReplenishmentMode.MANUAL::equals).isPresent();
        boolean approved = context.run().order().requestedBy() != null && !onlyWorkedOut;
        Replenishment.Verdict verdict = planned.plan().verdict();
        return approved && verdict == Replenishment.Verdict.APPROVAL_NEEDED ? Replenishment.Verdict.SOURCE : verdict;
    }

    /** One child at a time: a client has one run of {@code pool_assignment}. The cursor keeps what is left. */
    private StepResult assign(StepContext<Wanted> context) {
        Outcome so = context.run().outcome();
        if (!Replenishment.Verdict.SOURCE.wire().equals(so.words().get(VERDICT))) {
            return new StepResult.Skipped(Outcome.NONE);
        }
        return portioned(context, "", Integer.MAX_VALUE, MonthlyReplenishment::assigned);
    }

    private static StepResult assigned(StepContext<Wanted> context) {
        long missing = need(context.run()) - context.counts().done();
        return new StepResult.Done(context.counts(), missing > 0 ? Outcome.count(TO_SOURCE, missing) : Outcome.NONE);
    }

    private static long need(Run run) {
        return run.outcome().counts().getOrDefault(NEED, 0L);
    }

    private static int toSource(StepContext<Wanted> context) {
        return Math.toIntExact(context.run().outcome().counts().getOrDefault(TO_SOURCE, 0L));
    }

    /** What the pool did not have is bought; assigning waits for it, or it would give out people who do not exist yet. */
    private StepResult buy(StepContext<Wanted> context) {
        int missing = Math.min(toSource(context), PoolPopulation.MOST);
        if (missing == 0) {
            return new StepResult.Skipped(Outcome.NONE);
        }
        return new ChildRun(PoolPopulation.FLOW, "buy", Map.of("target", Integer.toString(missing)))
                .awaited(context, null, outcome -> {
                    long usable = outcome.counts().getOrDefault("usable", 0L);
                    Outcome told = Outcome.count(SOURCED, usable);
                    String reason = outcome.words().get("reason");
                    return new StepResult.Done(
                            Counts.done(missing, Math.toIntExact(usable)),
                            reason == null ? told : told.plus(Outcome.reason(reason)));
                });
    }

    private StepResult take(StepContext<Wanted> context) {
        int missing = toSource(context);
        int sourced = Math.toIntExact(context.run().outcome().counts().getOrDefault(SOURCED, 0L));
        if (missing == 0) {
            return new StepResult.Skipped(Outcome.NONE);
        }
        if (sourced == 0) {
            return new StepResult.Done(Counts.done(missing, 0), Outcome.count(Outcome.SHORTFALL, missing));
        }
        return portioned(context, "bought:", sourced, taken -> {
            long left = missing - taken.counts().done();
            return new StepResult.Done(
                    taken.counts(), left > 0 ? Outcome.count(Outcome.SHORTFALL, left) : Outcome.NONE);
        });
    }

    /** How many leads for which campaign, at most as many as one run of {@code pool_assignment} may claim. */
    private record Portion(CampaignId campaign, int count) {}

    /** Gives out at most so many, one child after the other; the cursor keeps those that are left. */
    private StepResult portioned(
            StepContext<Wanted> context, String prefix, int most, Function<StepContext<Wanted>, StepResult> ended) {
        String cursor = context.cursor();
        if (cursor == null) {
            List<Portion> all = portions(context, most);
            int total = all.stream().mapToInt(Portion::count).sum();
            return new StepResult.More(written(all), Counts.done(total, 0), Outcome.NONE);
        }
        List<Portion> left = read(cursor);
        if (left.isEmpty()) {
            return ended.apply(context);
        }
        Portion portion = left.getFirst();
        Map<String, String> params =
                Map.of("campaign_id", portion.campaign().text(), "count", Integer.toString(portion.count()));
        return new ChildRun(PoolAssignment.FLOW, prefix + left.size(), params).awaited(context, cursor, outcome -> {
            int claimed = Math.toIntExact(outcome.counts().getOrDefault("claimed", 0L));
            Counts counts = context.counts().plus(new Counts(0, claimed, 0, portion.count() - claimed, 0));
            return new StepResult.More(written(left.subList(1, left.size())), counts, Outcome.count(ASSIGNED, claimed));
        });
    }

    private List<Portion> portions(StepContext<Wanted> context, int most) {
        Map<CampaignId, Integer> byCampaign =
                planned(context).map(found -> found.plan().byCampaign()).orElse(Map.of());
        int left = most;
        List<Portion> all = new ArrayList<>();
        for (Map.Entry<CampaignId, Integer> share : byCampaign.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(CampaignId::text)))
                .toList()) {
            int wanted = Math.min(left, share.getValue());
            left -= wanted;
            for (int count = wanted; count > 0; count -= AssignmentChecks.MOST_REQUESTED) {
                all.add(new Portion(share.getKey(), Math.min(count, AssignmentChecks.MOST_REQUESTED)));
            }
        }
        return all;
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
        if (Replenishment.Verdict.APPROVAL_NEEDED.wire().equals(so.words().get(VERDICT))) {
            payload.put(AWAITS_APPROVAL, payload.getOrDefault(NEED, "0"));
        }
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
