package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.StopConfirmations;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who is told that no more texts will come. */
public final class MemoryStopConfirmations implements StopConfirmations {

    private record Key(ClientId client, PhoneNumber theirs) {}

    private record Row(Wanted wanted, State state, Instant dueAt) {
        Key key() {
            return new Key(wanted.client(), wanted.theirs());
        }
    }

    private final MemoryTable<Key, Row> table;

    public MemoryStopConfirmations(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Row>ofTenants(
                        "stop_confirmation", units, row -> row.wanted().client(), Row::key)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void want(Wanted wanted) {
        Row row = new Row(wanted, State.WANTED, wanted.askedAt());
        if (table.find(row.key()).isEmpty()) {
            table.insert(row);
        }
    }

    private Stream<Row> due(Instant now) {
        return table.rows()
                .filter(row -> row.state() == State.WANTED && !row.dueAt().isAfter(now));
    }

    @Override
    public List<Wanted> lockDue(ClientId client, Instant now, int limit) {
        return due(now).filter(row -> row.wanted().client().equals(client))
                .sorted(Comparator.comparing(Row::dueAt)
                        .thenComparing(row -> row.wanted().theirs().e164()))
                .limit(limit)
                .map(Row::wanted)
                .toList();
    }

    @Override
    public void put(Wanted wanted, State state, Instant dueAt) {
        table.put(new Row(wanted, state, dueAt));
    }

    @Override
    public List<ClientId> waiting(Instant now) {
        return due(now).map(row -> row.wanted().client()).distinct().toList();
    }
}
