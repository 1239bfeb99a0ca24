package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowRuns.After;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.application.platform.flow.store.FlowRuns.StepItem;
import io.agencyos.application.platform.flow.store.FlowRuns.StepKey;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Runs as a client's members see them. Source: flows 1.9. */
@PrimaryPort
public interface ListRuns {

    /** Newest first. */
    List<Run> list(TenantScope scope, Filter filter, Optional<After> after, int limit);

    /**
     * One run, looked at closely.
     *
     * @param children runs that it started for its own client, the oldest first
     * @param timeLeft at the rate so far; empty before 20 items are settled, and once it has ended
     * @param at when it was looked at
     */
    record Shown(Run run, List<RunStep> steps, List<Run> children, Optional<Duration> timeLeft, Instant at) {}

    /** Empty when there is no such run. */
    Optional<Shown> show(TenantScope scope, RunId id);

    /** Empty when there is no such run. */
    Optional<List<StepItem>> items(
            TenantScope scope, RunId id, Set<ItemState> states, @Nullable StepKey after, int limit);

    /** What is blocked for this client: by how it stands itself, by breakers of its own and by those of everybody. */
    List<Breaker> breakers(TenantScope scope);
}
