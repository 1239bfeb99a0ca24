package io.agencyos.adapters.in.rest.platform;

import io.agencyos.application.platform.flow.Block;
import io.agencyos.application.platform.flow.FlowRuns.StepItem;
import io.agencyos.application.platform.flow.ListRuns;
import io.agencyos.application.platform.flow.Run;
import io.agencyos.application.platform.flow.RunStep;
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

    public record Items(int total, int done, int failed, int skipped, int unknown) {

        static Items of(Counts counts) {
            return new Items(counts.total(), counts.done(), counts.failed(), counts.skipped(), counts.unknown());
        }
    }

    public record Progress(BigDecimal pct, @Nullable String currentStep, Items items) {}

    public record Blocked(
            BreakerScope scope, String message, @Nullable Instant until) {

        static @Nullable Blocked of(@Nullable Block block) {
            return block == null ? null : new Blocked(block.scope(), block.message(), block.until());
        }
    }

    /** What went wrong last. */
    public record Trouble(String code, String detail, Instant at) {

        static @Nullable Trouble of(Run.@Nullable LastError error) {
            return error == null ? null : new Trouble(error.code(), error.message(), error.at());
        }
    }

    public record Step(int no, String name, StepState status, Items items) {

        static Step of(RunStep step) {
            return new Step(step.no(), step.name(), step.state(), Items.of(step.counts()));
        }
    }

    /** A job that another one started. */
    public record Child(UUID id, String kind, String status) {

        static Child of(Run run) {
            return new Child(run.id().value(), run.order().flow(), run.state().shown());
        }
    }

    /**
     * @param result numbers by name
     * @param notes words by name, such as the reason why nothing was to do
     * @param examples by name, such as leads whose tier would change
     * @param steps left out of lists, as are the two after it
     * @param etaS seconds that are left at the rate so far; null before 20 items are settled
     * @param children jobs that this one started
     */
    public record Job(
            UUID id,
            UUID clientId,
            String kind,
            String status,
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
            "partial",
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

    /** One lead, number or seat of a step. */
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

    /** What is stopped, why, and until when. */
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

    /** What a flow is asked for; its values are texts, as its description names them. */
    public record NewRun(Map<String, String> params) {

        static final NewRun EXAMPLE = new NewRun(Map.of("count", "50"));
    }

    /** Whether the vendor did it, as a person found out. */
    public record Settled(boolean wasSent) {}
}
