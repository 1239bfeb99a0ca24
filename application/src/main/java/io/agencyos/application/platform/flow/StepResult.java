package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a step stands after a chunk of its work. */
public sealed interface StepResult {

    /**
     * There is more to do.
     *
     * @param cursor where to go on
     * @param counts of the whole step so far
     * @param outcome what this chunk adds
     */
    record More(String cursor, Counts counts, Outcome outcome) implements StepResult {}

    /** The step is over. */
    record Done(Counts counts, Outcome outcome) implements StepResult {}

    /** There is nothing to do for it. */
    record Skipped(Outcome outcome) implements StepResult {}

    /**
     * Something else has to happen first: the run's children end, or the time comes.
     *
     * @param until null for only when the children have ended
     */
    record Waits(@Nullable String cursor, @Nullable Instant until) implements StepResult {}

    /** It has to wait for a breaker; the cursor stays. */
    record Blocked(Block by) implements StepResult {}

    /** It could not go on. */
    record Failed(RunFailure failure) implements StepResult {}
}
