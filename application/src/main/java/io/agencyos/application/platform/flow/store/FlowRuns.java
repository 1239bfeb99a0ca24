package io.agencyos.application.platform.flow.store;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunItem;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Runs, their steps and items. Needs an open unit of work: the tenant's, as worker for writes, or the platform's for what
 * concerns many tenants. Source: data model 5.13.
 */
@SecondaryPort
public interface FlowRuns {

    /** What became of a new run. */
    sealed interface Inserted {

        record Made() implements Inserted {}

        /** There was one with this key before. */
        record Known(RunId id, RunState state) implements Inserted {}

        /** Another one with this concurrency key is unfinished. */
        record Active(RunId id) implements Inserted {}
    }

    /** Which runs to list; empty sets for all. */
    record Filter(Set<String> flows, Set<RunState> states) {}

    /** Where a page begins. */
    record After(Instant createdAt, RunId id) {}

    /** A run handed to an executor, and its fence until it is picked. */
    record Handed(ClientId client, RunId run, String flow, long fence, int priority) {}

    /** What a sweep set going again: of dead workers, of those that waited, of those that were blocked; and what it ended. */
    record Swept(int resumed, int woken, int unblocked, int overdue) {}

    /** Adds a run with its steps, unless its key is known or another one is active. */
    Inserted insert(Run run, List<RunStep> steps);

    /** The same for many, of many tenants, all with the same steps; tells how many were new. Platform unit. */
    int insertAll(Collection<Run> runs, List<RunStep> steps);

    Optional<Run> find(ClientId client, RunId id);

    /** Whose run this is. Platform unit. */
    Optional<ClientId> clientOf(RunId id);

    List<RunStep> steps(ClientId client, RunId id);

    /** Newest first. */
    List<Run> list(ClientId client, Filter filter, Optional<After> after, int limit);

    /** Of all tenants, newest first; platform unit. */
    List<Run> listAll(Filter filter, Optional<After> after, int limit);

    /** The children of a run, the oldest first, then by id. */
    List<Run> children(ClientId client, RunId parent);

    /** The children of a run that are not ended. */
    int openChildren(ClientId client, RunId parent);

    /**
     * Writes a run where its stored state and fence are still these; false when somebody else was there, and then nothing
     * may be written for it. A cancellation that was requested meanwhile stays.
     */
    boolean save(Run next, RunState was, long fenceWas);

    /** The same together with one of its steps. */
    boolean save(Run next, RunState was, long fenceWas, RunStep step);

    /** Prolongs the lease of whoever picked it under this fence; false when it is no longer his. */
    boolean renew(ClientId client, RunId run, long fence, Instant until);

    /** Writes a step. Only in the unit of a {@link #save} that succeeded. */
    void saveStep(ClientId client, RunId run, RunStep step);

    /** Remembers that it was to be cancelled; false when it has ended. */
    boolean requestCancel(ClientId client, RunId run, Instant at);

    /**
     * Hands the oldest due runs of these clients over, at most so many of each, of flows that are enabled and below their
     * own ceiling. Platform unit.
     */
    List<Handed> dispatch(WorkClass work, Map<ClientId, Integer> turns, Instant now, Instant leaseUntil);

    /** Sets going again what can go on, and ends what is past its deadline. Platform unit. */
    Swept sweep(Instant now);

    /** Queues the runs that this scope blocks, of one client or, for the platform's id, of all. Platform unit. */
    int unblock(ClientId client, BreakerScope scope, Instant now);

    /** Queues a parent that waits for its children when none is left; tells in which class it waits for its turn then. */
    Optional<WorkClass> wakeParent(ClientId client, RunId parent);

    /** Adds items that are not there yet. */
    void addItems(ClientId client, RunId run, int step, Collection<String> keys);

    Optional<RunItem> item(ClientId client, RunId run, int step, String key);

    /** Those of a step that are not settled: pending, or claimed; by key. */
    List<RunItem> openItems(ClientId client, RunId run, int step, int limit);

    void saveItem(ClientId client, RunId run, int step, RunItem item);

    /** Puts the failed items of a step back. */
    void reopenItems(ClientId client, RunId run, int step);

    /** Items of all steps by step and key, with their step's number. */
    List<StepItem> items(ClientId client, RunId run, Set<ItemState> states, @Nullable StepKey after, int limit);

    /** Where an item stands. */
    record StepKey(int step, String key) {}

    /** An item and its step. */
    record StepItem(int step, RunItem item) {}
}
