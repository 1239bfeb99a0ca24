package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunItem;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.ItemState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The changes of a row that statements over many rows make. */
final class MemoryRuns {

    private MemoryRuns() {}

    static boolean isExecuted(Run run) {
        return run.state() == RunState.DISPATCHED || run.state() == RunState.RUNNING;
    }

    static boolean rests(Run run) {
        return run.state() == RunState.QUEUED || run.state() == RunState.WAITING;
    }

    static Instant dueAt(Run run) {
        Instant notBefore = run.notBefore();
        return notBefore == null ? run.order().scheduledFor() : notBefore;
    }

    static Run with(Run run, RunState state, @Nullable Instant notBefore, Run.@Nullable Lease lease) {
        return copy(run, state, notBefore, run.finishedAt(), lease, null, run.lastError(), run.cancelRequestedAt());
    }

    static Run overdue(Run run, Instant now) {
        Run.LastError late = new Run.LastError("DEADLINE", "The run took longer than it may.", now);
        return copy(run, RunState.FAILED, run.notBefore(), now, null, null, late, run.cancelRequestedAt());
    }

    static Run cancelled(Run run, @Nullable Instant requestedAt) {
        return copy(
                run,
                run.state(),
                run.notBefore(),
                run.finishedAt(),
                run.lease(),
                run.blocked(),
                run.lastError(),
                requestedAt);
    }

    static Run leased(Run run, Run.Lease lease) {
        return copy(
                run,
                run.state(),
                run.notBefore(),
                run.finishedAt(),
                lease,
                run.blocked(),
                run.lastError(),
                run.cancelRequestedAt());
    }

    private static Run copy(
            Run run,
            RunState state,
            @Nullable Instant notBefore,
            @Nullable Instant finishedAt,
            Run.@Nullable Lease lease,
            @Nullable Block blocked,
            Run.@Nullable LastError error,
            @Nullable Instant cancelRequestedAt) {
        return new Run(
                run.order(),
                state,
                notBefore,
                run.startedAt(),
                finishedAt,
                run.attempt(),
                lease,
                run.fence(),
                run.progress(),
                run.currentStep(),
                run.counts(),
                run.cost(),
                blocked,
                run.outcome(),
                error,
                cancelRequestedAt);
    }

    static RunItem reopened(RunItem item) {
        return new RunItem(
                item.key(),
                ItemState.PENDING,
                0,
                null,
                item.vendorKey(),
                item.result(),
                item.errorCode(),
                item.error(),
                item.cost());
    }
}
