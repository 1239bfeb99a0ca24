package io.agencyos.adapters.in.rest.platform;

import io.agencyos.application.platform.flow.ListRuns;
import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowRuns.StepItem;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.StepState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs as the API shows them: a run is a job there. Source: api 4. */
public final class JobViews {

    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000001");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");

    private JobViews() {}

    /**
     * How many items have come how far.
     *
     * @param total items in all
     * @param done items that were done
     * @param failed items that were refused, or gave out after their retries
     * @param skipped items for which there was no need
     * @param unknown items of which nobody knows whether the vendor did them
     */
    public record Items(int total, int done, int failed, int skipped, int unknown) {

        static Items of(Counts counts) {
            return new Items(counts.total(), counts.done(), counts.failed(), counts.skipped(), counts.unknown());
        }
    }

    /**
     * How far a job has come.
     *
     * @param items how many items of the job have come how far
     */
    public record Progress(BigDecimal pct, @Nullable String currentStep, Items items) {}

    /**
     * What a job waits for.
     *
     * @param scope what holds it up: credits, the subscription, the client's own stop, the day's model budget, a vendor, a
     *     sending domain or the CRM
     * @param message why it waits or is stopped, in a sentence
     */
    public record Blocked(
            BreakerScope scope, String message, @Nullable Instant until) {

        static @Nullable Blocked of(@Nullable Block block) {
            return block == null ? null : new Blocked(block.scope(), block.message(), block.until());
        }
    }

    /**
     * What went wrong last.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, in a sentence
     * @param at when it went wrong
     */
    public record Trouble(String code, String detail, Instant at) {

        static @Nullable Trouble of(Run.@Nullable LastError error) {
            return error == null ? null : new Trouble(error.code(), error.message(), error.at());
        }
    }

    /**
     * A step of a job.
     *
     * @param no its number, from 1
     * @param name what the step does, in the flow's own word
     * @param status how far the step has come
     * @param items how many items of the step have come how far
     */
    public record Step(int no, String name, StepState status, Items items) {

        static Step of(RunStep step) {
            return new Step(step.no(), step.name(), step.state(), Items.of(step.counts()));
        }
    }

    /**
     * A job that another one started.
     *
     * @param kind the flow that the job runs, such as {@code pool_assignment}
     * @param status how far the job has come, or how it ended
     */
    public record Child(UUID id, String kind, RunState status) {

        static Child of(Run run) {
            return new Child(run.id().value(), run.order().flow(), run.state().shown());
        }
    }

    /**
     * Work that goes on while nobody waits.
     *
     * @param kind the flow that the job runs, such as {@code pool_assignment}
     * @param status how far the job has come, or how it ended
     * @param progress how far the job has come
     * @param blocked what the job waits for; null while it waits for nothing
     * @param result what came of it, as counts by name; the names are those of the flow, such as {@code requested} and
     *     {@code claimed}
     * @param notes words by name, such as the reason why nothing was to do
     * @param examples examples by name, such as leads whose tier would change
     * @param problem what went wrong last; null where nothing did
     * @param attempts 1 for the first time, one more each time that somebody had it tried again
     * @param costAud what vendors took for it so far, in Australian dollars, not cents
     * @param createdBy the person who ordered it; null for what a key ordered or the product began by itself
     * @param startedAt when a worker first took the job; null while it waits
     * @param steps the steps of the job; null in lists, as are the two members after it
     * @param etaS seconds that are left at the rate so far; null before 20 items are settled
     * @param children jobs that this one started; null in lists
     */
    public record Job(
            UUID id,
            UUID clientId,
            String kind,
            RunState status,
            Progress progress,
            @Nullable Blocked blocked,
            Map<String, Long> result,
            Map<String, String> notes,
            Map<String, List<Map<String, String>>> examples,
            @Nullable Trouble problem,
            int attempts,
            BigDecimal costAud,
            @Nullable UUID createdBy,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable List<Step> steps,
            @Nullable Long etaS,
            @Nullable List<Child> children) {

        /** As it stands in a list. */
        static Job of(Run run) {
            return of(run, null, null, null);
        }

        static Job of(ListRuns.Shown shown) {
            return of(
                    shown.run(),
                    shown.steps().stream().map(Step::of).toList(),
                    shown.timeLeft().map(Duration::toSeconds).orElse(null),
                    shown.children().stream().map(Child::of).toList());
        }

        private static Job of(
                Run run, @Nullable List<Step> steps, @Nullable Long etaS, @Nullable List<Child> children) {
            Run.Order order = run.order();
            return new Job(
                    run.id().value(),
                    run.client().value(),
                    order.flow(),
                    run.state().shown(),
                    new Progress(run.progress(), run.currentStep(), Items.of(run.counts())),
                    Blocked.of(run.blocked()),
                    run.outcome().counts(),
                    run.outcome().words(),
                    run.outcome().lists(),
                    Trouble.of(run.lastError()),
                    run.attempt() + 1,
                    run.cost(),
                    order.requestedBy() == null ? null : order.requestedBy().value(),
                    order.createdAt(),
                    run.startedAt(),
                    run.finishedAt(),
                    steps,
                    etaS,
                    children);
        }
    }

    public static final Job JOB = new Job(
            ID,
            ID,
            "pool_assignment",
            RunState.PARTIAL,
            new Progress(new BigDecimal("100.00"), "claim", new Items(50, 48, 0, 2, 0)),
            null,
            Map.of("requested", 50L, "claimed", 48L),
            Map.of(),
            Map.of(),
            null,
            1,
            new BigDecimal("0.15"),
            ID,
            WHEN,
            WHEN,
            WHEN,
            null,
            null,
            null);

    /**
     * One lead, number or seat of a step.
     *
     * @param step the step that it belongs to, from 1
     * @param key the lead, number or seat
     * @param status what became of it; {@code unknown} means that nobody knows whether the vendor did it, so that it is not
     *     tried again by itself
     * @param code why it failed or was skipped; null where it did not
     * @param reason what went wrong with it, in a sentence; null where nothing did
     */
    public record Item(
            int step,
            String key,
            ItemState status,
            int attempts,
            @Nullable String code,
            @Nullable String reason,
            BigDecimal costAud) {

        static Item of(StepItem item) {
            return new Item(
                    item.step(),
                    item.item().key(),
                    item.item().state(),
                    item.item().attempts(),
                    item.item().errorCode(),
                    item.item().error(),
                    item.item().cost());
        }
    }

    static final Item ITEM =
            new Item(2, "lead-1", ItemState.FAILED, 1, "TIMEOUT", "The vendor did not answer.", new BigDecimal("0.05"));

    /**
     * What is stopped, why, and until when.
     *
     * @param scope what holds it up: credits, the subscription, the client's own stop, the day's model budget, a vendor, a
     *     sending domain or the CRM
     * @param key what is stopped within the scope: the vendor, the domain; empty where the scope says all
     * @param state whether it stops everything ({@code open}), lets one try through ({@code half_open}) or nothing is
     *     stopped ({@code closed})
     * @param message why it waits or is stopped, in a sentence
     * @param openedAt when it was stopped; null where it is not
     * @param retryAt when one call is let through to try; null where only a person can close it
     * @param openedBy {@code system} where the product stopped it, else the id of the person who did
     */
    public record Stopped(
            String id,
            UUID clientId,
            BreakerScope scope,
            String key,
            Breaker.State state,
            String message,
            @Nullable Instant openedAt,
            @Nullable Instant retryAt,
            String openedBy) {

        static Stopped of(Breaker breaker) {
            return new Stopped(
                    breaker.client().text() + ":" + breaker.scope().wire() + ":" + breaker.key(),
                    breaker.client().value(),
                    breaker.scope(),
                    breaker.key(),
                    breaker.state(),
                    breaker.message(),
                    breaker.openedAt(),
                    breaker.retryAt(),
                    breaker.openedBy());
        }
    }

    static final Stopped STOPPED = new Stopped(
            ID + ":vendor:apollo",
            ID,
            BreakerScope.VENDOR,
            "apollo",
            Breaker.State.OPEN,
            "apollo unavailable; retrying.",
            WHEN,
            WHEN,
            "system");

    /**
     * What a flow is asked for; its values are texts, as its description names them.
     *
     * @param params what the flow is asked for, by name; all values are texts
     */
    public record NewRun(Map<String, String> params) {

        static final NewRun EXAMPLE = new NewRun(Map.of("count", "50"));
    }

    /**
     * Whether the vendor did it, as a person found out.
     *
     * @param wasSent whether the vendor did it
     */
    public record Settled(boolean wasSent) {}
}
