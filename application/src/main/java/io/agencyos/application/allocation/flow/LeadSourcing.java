package io.agencyos.application.allocation.flow;

import io.agencyos.application.allocation.sourcing.PoolPopulation;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EntityId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The flow {@code lead_sourcing}: leads for one campaign, from the pool first; what the pool lacks is bought, and then
 * taken. Source: api 9.4 {@code lead-sourcing-jobs}, scoring POOL-12.1 and 12.3.
 */
public final class LeadSourcing {

    public static final String FLOW = "lead_sourcing";

    /** The most that one order may ask for. */
    public static final int MOST = 200;

    private static final String CLAIMED = "claimed";
    private static final String MISSING = "missing";

    private LeadSourcing() {}

    /**
     * What is wanted.
     *
     * @param count 1–200
     */
    public record Wanted(CampaignId campaign, int count) {

        static Result<Wanted, String> read(Map<String, String> params) {
            if (!Set.of("campaign_id", "count").containsAll(params.keySet())) {
                return Result.err("the known parameters are campaign_id and count");
            }
            Optional<Integer> count = Optional.of(params.getOrDefault("count", "50"))
                    .filter(digits -> digits.matches("\\d{1,3}"))
                    .map(Integer::parseInt)
                    .filter(number -> number >= 1 && number <= MOST);
            if (count.isEmpty()) {
                return Result.err("count is a number from 1 to " + MOST);
            }
            return EntityId.parse(params.getOrDefault("campaign_id", ""), CampaignId::new)
                    .map(campaign -> new Wanted(campaign, count.get()))
                    .mapError(problem -> "campaign_id is no id");
        }
    }

    public static Flow<Wanted> flow() {
        return new Flow<>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(BreakerScope.CREDITS, BreakerScope.SUBSCRIPTION),
                false,
                Wanted::read,
                List.of(
                        new FlowStep.Calling<>("from_pool", 3, LeadSourcing::fromPool),
                        new FlowStep.Calling<>("buy", 4, LeadSourcing::buy),
                        new FlowStep.Calling<>("take", 3, LeadSourcing::take)));
    }

    private static StepResult fromPool(StepContext<Wanted> context) {
        int wanted = context.params().count();
        return assigned(context, "pool", wanted, (claimed, assignment) -> {
            Outcome told =
                    Outcome.count("requested", wanted).with(CLAIMED, claimed).with(MISSING, wanted - claimed);
            return new StepResult.Done(Counts.done(wanted, claimed), told);
        });
    }

    private static StepResult assigned(
            StepContext<Wanted> context, String name, int count, BiFunction<Integer, Outcome, StepResult> ended) {
        return new ChildRun(
                        PoolAssignment.FLOW,
                        name,
                        Map.of("campaign_id", context.params().campaign().text(), "count", Integer.toString(count)))
                .awaited(context, null, outcome -> {
                    long claimed = outcome.counts().getOrDefault(CLAIMED, 0L);
                    String reason = outcome.words().get("reason");
                    StepResult result = ended.apply(Math.toIntExact(claimed), outcome);
                    return reason != null && result instanceof StepResult.Done(Counts counts, Outcome told)
                            ? new StepResult.Done(counts, Outcome.reason(reason).plus(told))
                            : result;
                });
    }

    /** The check that most people failed; empty where nobody was looked at. */
    private static Optional<String> mostly(Outcome outcome) {
        return outcome.counts().entrySet().stream()
                .filter(count -> count.getKey().startsWith(PoolAssignment.SKIPPED) && count.getValue() > 0)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> most.getKey().substring(PoolAssignment.SKIPPED.length()));
    }

    private static int missing(StepContext<Wanted> context) {
        return Math.toIntExact(context.run().outcome().counts().getOrDefault(MISSING, 0L));
    }

    private static StepResult buy(StepContext<Wanted> context) {
        int missing = missing(context);
        if (missing == 0) {
            return new StepResult.Skipped(Outcome.NONE);
        }
        return new ChildRun(
                        PoolPopulation.FLOW,
                        "buy",
                        Map.of("campaign_id", context.params().campaign().text(), "target", Integer.toString(missing)))
                .awaited(context, null, outcome -> {
                    long usable = outcome.counts().getOrDefault("usable", 0L);
                    Outcome told = Outcome.count("bought", usable)
                            .with("vendor_credits", outcome.counts().getOrDefault("vendor_credits", 0L));
                    return new StepResult.Done(Counts.done(missing, (int) usable), told.plus(why(outcome)));
                });
    }

    private static Outcome why(Outcome outcome) {
        String reason = outcome.words().get("reason");
        return reason == null ? Outcome.NONE : Outcome.reason(reason);
    }

    private static StepResult take(StepContext<Wanted> context) {
        int missing = missing(context);
        boolean bought = context.run().outcome().counts().getOrDefault("bought", 0L) > 0;
        if (missing == 0 || !bought) {
            return new StepResult.Done(
                    Counts.done(missing, 0), missing > 0 ? Outcome.count(Outcome.SHORTFALL, missing) : Outcome.NONE);
        }
        return assigned(context, "bought", missing, (claimed, assignment) -> {
            Outcome told = Outcome.count(CLAIMED, claimed);
            return new StepResult.Done(
                    Counts.done(missing, claimed),
                    claimed < missing
                            ? told.with(Outcome.SHORTFALL, missing - claimed)
                                    .plus(mostly(assignment)
                                            .map(Outcome::reason)
                                            .orElse(Outcome.NONE))
                            : told);
        });
    }
}
