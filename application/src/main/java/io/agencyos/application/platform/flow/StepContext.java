package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a step is given.
 *
 * @param cursor as the step itself wrote it; null for its first chunk
 * @param counts of the step so far
 * @param now by the clock that decides
 * @param others starts further runs
 */
public record StepContext<P>(Run run, P params, @Nullable String cursor, Counts counts, Instant now, OtherRuns others) {

    public ClientId client() {
        return run.client();
    }
}
