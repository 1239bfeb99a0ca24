package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.TenantQueues;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Turns;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose turn it is, in memory. */
public final class MemoryTenantQueues implements TenantQueues {

    private record Key(ClientId client, WorkClass work) {}

    private record Row(
            Key key,
            @Nullable Instant nextDueAt,
            int inFlight,
            @Nullable Instant lastServedAt) {}

    private final MemoryTable<Key, Row> table;
    private final MemoryFlowRuns runs;

    public MemoryTenantQueues(MemoryUnitOfWork units, MemoryFlowRuns runs) {
        this.runs = runs;
        table = MemoryTable.ofPlatform("tenant_queue", units, Row::key);
    }

    @Override
    public void signal(WorkClass work, Collection<ClientId> clients, Instant dueAt) {
        for (ClientId client : clients) {
            Row row = row(new Key(client, work));
            Instant known = row.nextDueAt();
            if (known == null || known.isAfter(dueAt)) {
                table.put(new Row(row.key(), dueAt, row.inFlight(), row.lastServedAt()));
            }
        }
    }

    private Row row(Key key) {
        return table.find(key).orElseGet(() -> new Row(key, null, 0, null));
    }

    @Override
    public Set<WorkClass> waiting(Instant now) {
        return table.rows()
                .filter(row -> row.inFlight() < row.key().work().most(row.key().client()))
                .filter(row -> row.nextDueAt() != null && !row.nextDueAt().isAfter(now))
                .map(row -> row.key().work())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Turns.Queue> lockDue(WorkClass work, Instant now, int limit) {
        return table.rows()
                .filter(row -> row.key().work() == work
                        && row.inFlight() < work.most(row.key().client()))
                .filter(row -> row.nextDueAt() != null && !row.nextDueAt().isAfter(now))
                .sorted(Comparator.<Row, @Nullable Instant>comparing(
                                Row::lastServedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(row -> row.key().client().value()))
                .limit(limit)
                .map(row -> new Turns.Queue(
                        row.key().client(),
                        1,
                        Objects.requireNonNull(row.nextDueAt()),
                        Math.max(1, runs.due(work, row.key().client(), now)) * work.quantum(1),
                        row.inFlight(),
                        row.lastServedAt()))
                .toList();
    }

    @Override
    public void served(WorkClass work, Map<ClientId, Integer> turns, Instant now) {
        turns.forEach((client, count) -> {
            Row row = row(new Key(client, work));
            table.put(new Row(row.key(), due(row.key()), row.inFlight() + count, now));
        });
    }

    @Override
    public void passed(WorkClass work, Collection<ClientId> clients, Instant until) {
        for (ClientId client : clients) {
            Row row = row(new Key(client, work));
            Instant due = due(row.key());
            Instant next = due == null || due.isAfter(until) ? due : until;
            table.put(new Row(row.key(), next, row.inFlight(), row.lastServedAt()));
        }
    }

    @Override
    public void over(WorkClass work, ClientId client) {
        Row row = row(new Key(client, work));
        table.put(new Row(row.key(), due(row.key()), Math.max(0, row.inFlight() - 1), row.lastServedAt()));
    }

    private @Nullable Instant due(Key key) {
        return runs.nextDue(key.work(), key.client()).orElse(null);
    }

    @Override
    public int inFlight(WorkClass work) {
        return table.rows()
                .filter(row -> row.key().work() == work)
                .mapToInt(Row::inFlight)
                .sum();
    }

    @Override
    public void repair(Instant now) {
        runs.all()
                .filter(run -> run.state() == RunState.QUEUED)
                .map(run -> new Key(run.client(), run.order().work()))
                .distinct()
                .forEach(key -> table.put(row(key)));
        table.rows()
                .forEach(row -> table.put(new Row(
                        row.key(),
                        due(row.key()),
                        (int) runs.all()
                                .filter(run -> isLive(run, row.key(), now))
                                .count(),
                        row.lastServedAt())));
    }

    private static boolean isLive(Run run, Key key, Instant now) {
        return run.client().equals(key.client())
                && run.order().work() == key.work()
                && MemoryRuns.isExecuted(run)
                && run.lease() != null
                && !run.lease().until().isBefore(now);
    }
}
