package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunItem;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs in memory. */
public final class MemoryFlowRuns implements FlowRuns {

    private static final String DEDUPE = "uq_flow_run_dedupe";
    private static final String CONCURRENCY = "uq_flow_run_concurrency";
    private static final Comparator<Run> NEWEST = Comparator.<Run, Instant>comparing(
                    run -> run.order().createdAt())
            .thenComparing(run -> run.id().value())
            .reversed();

    private static final Comparator<Run> OLDEST = Comparator.comparing(MemoryRuns::dueAt)
            .thenComparing(run -> run.id().value());

    private record Dedupe(ClientId client, String flow, String key) {}

    private record Concurrency(ClientId client, String key) {}

    private record OfClient(ClientId client, String flow) {

        static OfClient of(Run run) {
            return new OfClient(run.client(), run.order().flow());
        }
    }

    private record StepId(RunId run, int no) {}

    private record StepRow(ClientId client, RunId run, RunStep step) {}

    private record ItemId(RunId run, int step, String key) {}

    private record ItemRow(ClientId client, RunId run, int step, RunItem item) {}

    private final MemoryTable<RunId, Run> runs;
    private final MemoryTable<StepId, StepRow> steps;
    private final MemoryTable<ItemId, ItemRow> items;
    private final MemoryTable<RunId, Resumed> resumed;
    private final FlowDefinitions definitions;

    /** A run that was last taken from a dead worker then. */
    private record Resumed(RunId run, Instant at) {}

    public MemoryFlowRuns(MemoryUnitOfWork units, FlowDefinitions definitions) {
        this.definitions = definitions;
        resumed = MemoryTable.ofPlatform("flow_run_resumed", units, Resumed::run);
        runs = MemoryTable.<RunId, Run>ofTenants("flow_run", units, Run::client, Run::id)
                .unique(
                        DEDUPE,
                        run -> new Dedupe(
                                run.client(),
                                run.order().flow(),
                                run.order().key().text()))
                .unique(
                        CONCURRENCY,
                        run -> run.state().isEnded()
                                ? null
                                : new Concurrency(run.client(), run.order().concurrencyKey()))
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
        steps = MemoryTable.<StepId, StepRow>ofTenants(
                        "flow_step",
                        units,
                        StepRow::client,
                        row -> new StepId(row.run(), row.step().no()))
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
        items = MemoryTable.<ItemId, ItemRow>ofTenants(
                        "flow_item",
                        units,
                        ItemRow::client,
                        row -> new ItemId(row.run(), row.step(), row.item().key()))
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public Inserted insert(Run run, List<RunStep> planned) {
        Optional<Run> known = runs.findBy(
                DEDUPE,
                new Dedupe(run.client(), run.order().flow(), run.order().key().text()));
        if (known.isPresent()) {
            return new Inserted.Known(known.get().id(), known.get().state());
        }
        Optional<Run> active = run.state().isEnded()
                ? Optional.empty()
                : runs.findBy(
                        CONCURRENCY, new Concurrency(run.client(), run.order().concurrencyKey()));
        if (active.isPresent()) {
            return new Inserted.Active(active.get().id());
        }
        runs.insert(run);
        planned.forEach(step -> steps.insert(new StepRow(run.client(), run.id(), step)));
        return new Inserted.Made();
    }

    @Override
    public int insertAll(Collection<Run> all, List<RunStep> planned) {
        return (int) all.stream()
                .filter(run -> insert(run, planned) instanceof Inserted.Made)
                .count();
    }

    @Override
    public Optional<Run> find(ClientId client, RunId id) {
        return runs.find(id).filter(run -> run.client().equals(client));
    }

    @Override
    public Optional<ClientId> clientOf(RunId id) {
        return runs.find(id).map(Run::client);
    }

    @Override
    public List<RunStep> steps(ClientId client, RunId id) {
        return steps.rows()
                .filter(row -> row.client().equals(client) && row.run().equals(id))
                .map(StepRow::step)
                .sorted(Comparator.comparingInt(RunStep::no))
                .toList();
    }

    @Override
    public List<Run> list(ClientId client, Filter filter, Optional<After> after, int limit) {
        return page(runs.rows().filter(run -> run.client().equals(client)), filter, after, limit);
    }

    @Override
    public List<Run> listAll(Filter filter, Optional<After> after, int limit) {
        return page(runs.rows(), filter, after, limit);
    }

    private static List<Run> page(Stream<Run> all, Filter filter, Optional<After> after, int limit) {
        return all.filter(run -> filter.flows().isEmpty()
                        || filter.flows().contains(run.order().flow()))
                .filter(run -> filter.states().isEmpty() || filter.states().contains(run.state()))
                .filter(run -> after.isEmpty() || isOlder(run, after.get()))
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    private static boolean isOlder(Run run, After after) {
        int byTime = run.order().createdAt().compareTo(after.createdAt());
        return byTime < 0
                || byTime == 0 && run.id().value().compareTo(after.id().value()) < 0;
    }

    @Override
    public List<Run> children(ClientId client, RunId parent) {
        return runs.rows()
                .filter(run ->
                        run.client().equals(client) && parent.equals(run.order().parent()))
                .sorted(Comparator.comparing((Run run) -> run.order().createdAt())
                        .thenComparing(run -> run.id().text()))
                .toList();
    }

    @Override
    public int openChildren(ClientId client, RunId parent) {
        return (int) runs.rows()
                .filter(run -> run.client().equals(client)
                        && parent.equals(run.order().parent())
                        && !run.state().isEnded())
                .count();
    }

    @Override
    public boolean save(Run next, RunState was, long fenceWas) {
        Optional<Run> stored =
                find(next.client(), next.id()).filter(run -> run.state() == was && run.fence() == fenceWas);
        stored.ifPresent(run -> runs.put(MemoryRuns.cancelled(next, was.isEnded() ? null : run.cancelRequestedAt())));
        return stored.isPresent();
    }

    @Override
    public boolean save(Run next, RunState was, long fenceWas, RunStep step) {
        boolean saved = save(next, was, fenceWas);
        if (saved) {
            saveStep(next.client(), next.id(), step);
        }
        return saved;
    }

    @Override
    public boolean renew(ClientId client, RunId id, long fence, Instant until) {
        Optional<Run> held = find(client, id).filter(run -> run.state() == RunState.RUNNING && run.fence() == fence);
        held.ifPresent(run -> runs.put(MemoryRuns.leased(
                run, new Run.Lease(Objects.requireNonNull(run.lease()).owner(), until))));
        return held.isPresent();
    }

    @Override
    public void saveStep(ClientId client, RunId run, RunStep step) {
        steps.put(new StepRow(client, run, step));
    }

    @Override
    public boolean requestCancel(ClientId client, RunId id, Instant at) {
        Optional<Run> open = find(client, id).filter(run -> !run.state().isEnded());
        open.ifPresent(run ->
                runs.put(MemoryRuns.cancelled(run, run.cancelRequestedAt() == null ? at : run.cancelRequestedAt())));
        return open.isPresent();
    }

    @Override
    public List<Handed> dispatch(WorkClass work, Map<ClientId, Integer> turns, Instant now, Instant leaseUntil) {
        Map<String, Long> busy = new HashMap<>();
        Map<OfClient, Long> own = new HashMap<>();
        runs.rows().filter(MemoryRuns::isExecuted).forEach(run -> {
            busy.merge(run.order().flow(), 1L, Long::sum);
            own.merge(OfClient.of(run), 1L, Long::sum);
        });
        Predicate<Run> mayBegin = run -> definitions
                .find(run.order().flow())
                .filter(FlowDefinitions.Definition::enabled)
                .filter(flow -> busy.getOrDefault(flow.flow(), 0L) < flow.globalMax()
                        && own.getOrDefault(OfClient.of(run), 0L) < flow.perClientMax())
                .isPresent();
        List<Run> due = turns.entrySet().stream()
                .flatMap(turn -> runs.rows()
                        .filter(run -> run.client().equals(turn.getKey())
                                && run.order().work() == work
                                && run.state() == RunState.QUEUED
                                && !MemoryRuns.dueAt(run).isAfter(now))
                        .filter(mayBegin)
                        .sorted(OLDEST)
                        .limit(turn.getValue()))
                .sorted(OLDEST)
                .toList();
        List<Handed> handed = new ArrayList<>();
        for (Run run : due) {
            if (mayBegin.test(run)) {
                busy.merge(run.order().flow(), 1L, Long::sum);
                own.merge(OfClient.of(run), 1L, Long::sum);
                handed.add(handOver(run, leaseUntil));
            }
        }
        return handed;
    }

    private Handed handOver(Run run, Instant leaseUntil) {
        runs.put(MemoryRuns.with(run, RunState.DISPATCHED, run.notBefore(), new Run.Lease("", leaseUntil)));
        return new Handed(
                run.client(),
                run.id(),
                run.order().flow(),
                run.fence(),
                run.order().work().priority());
    }

    @Override
    public Swept sweep(Instant now) {
        int overdue = change(
                run -> MemoryRuns.rests(run)
                        && run.order().deadlineAt() != null
                        && !run.order().deadlineAt().isAfter(now),
                run -> MemoryRuns.overdue(run, now));
        int taken = change(
                run -> MemoryRuns.isExecuted(run)
                        && run.lease() != null
                        && run.lease().until().isBefore(now),
                run -> {
                    resumed.put(new Resumed(run.id(), now));
                    return queued(run);
                });
        int woken = change(run -> run.state() == RunState.WAITING && mayWake(run, now), MemoryFlowRuns::queued);
        int unblocked = change(
                run -> run.state() == RunState.BLOCKED
                        && run.notBefore() != null
                        && !run.notBefore().isAfter(now),
                MemoryFlowRuns::queued);
        return new Swept(taken, woken, unblocked, overdue);
    }

    /** Of every client. */
    Stream<Run> all() {
        return runs.rows();
    }

    /** When runs were last taken from dead workers. */
    Stream<Instant> resumed() {
        return resumed.rows().map(Resumed::at);
    }

    private static Run queued(Run run) {
        return MemoryRuns.with(run, RunState.QUEUED, null, null);
    }

    private boolean mayWake(Run run, Instant now) {
        Instant until = run.notBefore();
        return until == null ? openChildren(run.client(), run.id()) == 0 : !until.isAfter(now);
    }

    private int change(Predicate<Run> which, UnaryOperator<Run> how) {
        List<Run> found = runs.rows().filter(which).toList();
        found.forEach(run -> runs.put(how.apply(run)));
        return found.size();
    }

    @Override
    public int unblock(ClientId client, BreakerScope scope, Instant now) {
        return change(
                run -> run.state() == RunState.BLOCKED
                        && run.blocked() != null
                        && run.blocked().scope() == scope
                        && (client.equals(Run.PLATFORM) || run.client().equals(client)),
                MemoryFlowRuns::queued);
    }

    @Override
    public Optional<WorkClass> wakeParent(ClientId client, RunId parent) {
        Optional<Run> woken = find(client, parent)
                .filter(run -> run.state() == RunState.WAITING
                        && run.notBefore() == null
                        && openChildren(client, parent) == 0);
        woken.ifPresent(run -> runs.put(queued(run)));
        return woken.map(run -> run.order().work());
    }

    @Override
    public void addItems(ClientId client, RunId run, int step, Collection<String> keys) {
        for (String key : keys) {
            if (items.find(new ItemId(run, step, key)).isEmpty()) {
                RunItem item = new RunItem(key, ItemState.PENDING, 0, null, null, null, null, null, BigDecimal.ZERO);
                items.insert(new ItemRow(client, run, step, item));
            }
        }
    }

    @Override
    public Optional<RunItem> item(ClientId client, RunId run, int step, String key) {
        return items.find(new ItemId(run, step, key)).map(ItemRow::item);
    }

    @Override
    public List<RunItem> openItems(ClientId client, RunId run, int step, int limit) {
        return items.rows()
                .filter(row -> row.run().equals(run) && row.step() == step)
                .map(ItemRow::item)
                .filter(item -> item.state() == ItemState.PENDING || item.state() == ItemState.CLAIMED)
                .sorted(Comparator.<RunItem, @Nullable Instant>comparing(
                                RunItem::until, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(RunItem::key))
                .limit(limit)
                .toList();
    }

    @Override
    public void saveItem(ClientId client, RunId run, int step, RunItem item) {
        items.put(new ItemRow(client, run, step, item));
    }

    @Override
    public void reopenItems(ClientId client, RunId run, int step) {
        items.rows()
                .filter(row -> row.run().equals(run)
                        && row.step() == step
                        && row.item().state() == ItemState.FAILED)
                .forEach(row -> items.put(new ItemRow(client, run, step, MemoryRuns.reopened(row.item()))));
    }

    @Override
    public List<StepItem> items(ClientId client, RunId run, Set<ItemState> states, @Nullable StepKey after, int limit) {
        Comparator<StepItem> order = Comparator.comparingInt(StepItem::step)
                .thenComparing(item -> item.item().key());
        return items.rows()
                .filter(row -> row.client().equals(client) && row.run().equals(run))
                .map(row -> new StepItem(row.step(), row.item()))
                .filter(item -> states.isEmpty() || states.contains(item.item().state()))
                .filter(item -> after == null
                        || item.step() > after.step()
                        || item.step() == after.step() && item.item().key().compareTo(after.key()) > 0)
                .sorted(order)
                .limit(limit)
                .toList();
    }

    /** For the queues beside: when the first queued run of a client is due, if one is. */
    Optional<Instant> nextDue(WorkClass work, ClientId client) {
        return queued(work, client).map(MemoryRuns::dueAt).min(Comparator.naturalOrder());
    }

    int due(WorkClass work, ClientId client, Instant now) {
        return (int) queued(work, client)
                .filter(run -> !MemoryRuns.dueAt(run).isAfter(now))
                .count();
    }

    private Stream<Run> queued(WorkClass work, ClientId client) {
        return runs.rows()
                .filter(run ->
                        run.client().equals(client) && run.order().work() == work && run.state() == RunState.QUEUED);
    }
}
