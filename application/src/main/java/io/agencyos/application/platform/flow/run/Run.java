package io.agencyos.application.platform.flow.run;

import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.Turns;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a flow for one client. Source: flows 1.1, data model 5.13.
 *
 * @param order what was asked for
 * @param notBefore when it may begin or go on; null for at once
 * @param attempt retries of the whole run
 * @param lease who executes it; null while nobody does
 * @param fence counts every pick; who writes under an older one is refused
 * @param currentStep name of the step that is under way or comes next; null before the first
 * @param lastError null when there was none
 */
public record Run(
        Order order,
        RunState state,
        @Nullable Instant notBefore,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempt,
        @Nullable Lease lease,
        long fence,
        BigDecimal progress,
        @Nullable String currentStep,
        Counts counts,
        BigDecimal cost,
        @Nullable Block blocked,
        Outcome outcome,
        @Nullable LastError lastError,
        @Nullable Instant cancelRequestedAt) {

    /** The client that platform-wide work is kept under. Source: flows 1.1. */
    public static final ClientId PLATFORM = Turns.PLATFORM;

    /** How long a worker may be silent before another takes over; a dead worker's row is also handed back by then. */
    public static final Duration LEASE = Duration.ofSeconds(100);

    /** The outcome of a run with zero work. Source: flows 1.2. */
    public static final Outcome NOTHING_TO_DO = Outcome.reason("nothing_to_do");

    /**
     * What was asked for. Only the deadline moves, while the run is blocked.
     *
     * @param version of the flow's code; a node that does not know it leaves the run alone
     * @param requestedBy the person; null for the product itself
     * @param concurrencyKey at most one unfinished run of the client has it
     * @param deadlineAt null for none
     */
    public record Order(
            RunId id,
            ClientId client,
            String flow,
            int version,
            WorkClass work,
            RunTrigger trigger,
            @Nullable UserId requestedBy,
            @Nullable RunId parent,
            RunKey key,
            String concurrencyKey,
            Map<String, String> params,
            Instant scheduledFor,
            @Nullable Instant deadlineAt,
            Instant createdAt) {

        public Order {
            params = Map.copyOf(params);
        }
    }

    /** Who executes a run, and until when he may be silent. */
    public record Lease(String owner, Instant until) {}

    /** What went wrong last. */
    public record LastError(String code, String message, Instant at) {}

    /** A run that nobody has touched yet. */
    public static Run queued(Order order, @Nullable Instant notBefore) {
        return new Run(
                order,
                RunState.QUEUED,
                notBefore,
                null,
                null,
                0,
                null,
                0,
                BigDecimal.ZERO.setScale(2),
                null,
                Counts.NONE,
                BigDecimal.ZERO,
                null,
                Outcome.NONE,
                null,
                null);
    }

    public RunId id() {
        return order.id();
    }

    public ClientId client() {
        return order.client();
    }

    /** Whether a worker may take it: it was handed over, or whoever took it has been silent for too long. */
    public boolean mayBePicked(Instant now) {
        return state == RunState.DISPATCHED
                || state == RunState.RUNNING && lease != null && lease.until().isBefore(now);
    }

    public Run picked(String owner, Instant now) {
        return new Run(
                order,
                RunState.RUNNING,
                null,
                startedAt == null ? now : startedAt,
                null,
                attempt,
                new Lease(owner, now.plus(LEASE)),
                fence + 1,
                progress,
                currentStep,
                counts,
                cost,
                null,
                outcome,
                lastError,
                cancelRequestedAt);
    }

    /** A chunk was done; progress never goes back within an attempt. */
    public Run advanced(String step, Counts now, BigDecimal percent, BigDecimal spent, Outcome more) {
        return new Run(
                order,
                state,
                notBefore,
                startedAt,
                finishedAt,
                attempt,
                lease,
                fence,
                progress.max(percent),
                step,
                now,
                cost.add(spent),
                blocked,
                outcome.plus(more),
                lastError,
                cancelRequestedAt);
    }

    public Run leased(String owner, Instant now) {
        return with(state, notBefore, finishedAt, attempt, new Lease(owner, now.plus(LEASE)), blocked, lastError);
    }

    /** Another turn, now or later. */
    public Run queuedAgain(@Nullable Instant from) {
        return moved(RunState.QUEUED, from, null, lastError);
    }

    public Run waiting(@Nullable Instant until) {
        return moved(RunState.WAITING, until, null, lastError);
    }

    /** The deadline does not come nearer meanwhile. */
    public Run blocked(Block by, Instant now) {
        Instant until = by.until();
        Run moved = moved(RunState.BLOCKED, until, by, lastError);
        return until == null || order.deadlineAt() == null
                ? moved
                : moved.due(order.deadlineAt().plus(Duration.between(now, until)));
    }

    private Run due(Instant deadline) {
        Order later = new Order(
                order.id(),
                order.client(),
                order.flow(),
                order.version(),
                order.work(),
                order.trigger(),
                order.requestedBy(),
                order.parent(),
                order.key(),
                order.concurrencyKey(),
                order.params(),
                order.scheduledFor(),
                deadline,
                order.createdAt());
        return new Run(
                later,
                state,
                notBefore,
                startedAt,
                finishedAt,
                attempt,
                lease,
                fence,
                progress,
                currentStep,
                counts,
                cost,
                blocked,
                outcome,
                lastError,
                cancelRequestedAt);
    }

    public Run failed(RunFailure failure, Instant now) {
        return ended(RunState.FAILED, now).withError(failure, now);
    }

    /** A new one for which there is nothing to do: it is over before anybody took it. Source: flows 1.2. */
    public Run idle(String step, Instant now) {
        return new Run(
                order,
                RunState.SUCCEEDED,
                null,
                now,
                now,
                attempt,
                null,
                fence,
                BigDecimal.valueOf(100).setScale(2),
                step,
                counts,
                cost,
                null,
                NOTHING_TO_DO,
                null,
                null);
    }

    /** Will be tried again by itself. */
    public Run triedAgain(RunFailure failure, Instant now, Instant from) {
        Run failed = withError(failure, now);
        return failed.with(checked(RunState.QUEUED), from, null, attempt + 1, null, null, failed.lastError);
    }

    /** An operator sets it going again: another attempt from where it stopped, with its progress counted anew. */
    public Run retried(Counts left) {
        return with(checked(RunState.QUEUED), null, null, attempt + 1, null, null, lastError)
                .counted(left, BigDecimal.ZERO.setScale(2));
    }

    /** A person settled what was unknown. */
    public Run recounted(Counts settled) {
        return counted(settled, progress);
    }

    public Run ended(RunState end, Instant now) {
        return with(checked(end), null, now, attempt, null, null, lastError);
    }

    public Run withError(RunFailure failure, Instant now) {
        return with(
                state,
                notBefore,
                finishedAt,
                attempt,
                lease,
                blocked,
                new LastError(failure.code(), failure.message(), now));
    }

    private Run moved(RunState next, @Nullable Instant from, @Nullable Block by, @Nullable LastError error) {
        return with(checked(next), from, null, attempt, null, by, error);
    }

    private RunState checked(RunState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("a run that is " + state.wire() + " does not become " + next.wire());
        }
        return next;
    }

    private Run counted(Counts next, BigDecimal percent) {
        return new Run(
                order,
                state,
                notBefore,
                startedAt,
                finishedAt,
                attempt,
                lease,
                fence,
                percent,
                currentStep,
                next,
                cost,
                blocked,
                outcome,
                lastError,
                null);
    }

    private Run with(
            RunState next,
            @Nullable Instant from,
            @Nullable Instant finished,
            int attempts,
            @Nullable Lease by,
            @Nullable Block block,
            @Nullable LastError error) {
        return new Run(
                order,
                next,
                from,
                startedAt,
                finished,
                attempts,
                by,
                fence,
                progress,
                currentStep,
                counts,
                cost,
                block,
                outcome,
                error,
                cancelRequestedAt);
    }
}
