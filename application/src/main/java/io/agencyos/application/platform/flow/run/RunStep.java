package io.agencyos.application.platform.flow.run;

import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.Progress;
import io.agencyos.domain.platform.flow.StepState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run.
 *
 * @param no from 1
 * @param cursor where to go on, as the step itself wrote it; null before its first chunk
 * @param lastError null when there was none
 */
public record RunStep(
        int no,
        String name,
        int weight,
        StepState state,
        Counts counts,
        @Nullable String cursor,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String lastError) {

    public static RunStep pending(int no, String name, int weight) {
        return new RunStep(no, name, weight, StepState.PENDING, Counts.NONE, null, null, null, null);
    }

    public RunStep started(Instant now) {
        return startedAt == null
                ? new RunStep(no, name, weight, StepState.RUNNING, counts, cursor, now, null, lastError)
                : in(StepState.RUNNING, finishedAt);
    }

    public RunStep at(@Nullable String next, Counts now) {
        return new RunStep(no, name, weight, state, now, next, startedAt, finishedAt, lastError);
    }

    public RunStep ended(StepState end, Instant now) {
        return in(end, now);
    }

    public RunStep failed(String error, Instant now) {
        return new RunStep(no, name, weight, StepState.FAILED, counts, cursor, startedAt, now, error);
    }

    /** To be done again from its cursor, without those that failed. */
    public RunStep reopened() {
        Counts left = new Counts(counts.total(), counts.done(), 0, counts.skipped(), counts.unknown());
        return new RunStep(no, name, weight, StepState.PENDING, left, cursor, startedAt, null, lastError);
    }

    private RunStep in(StepState next, @Nullable Instant finished) {
        return new RunStep(no, name, weight, next, counts, cursor, startedAt, finished, lastError);
    }

    public Progress.Part part() {
        return new Progress.Part(weight, state, counts.settled(), counts.total());
    }
}
