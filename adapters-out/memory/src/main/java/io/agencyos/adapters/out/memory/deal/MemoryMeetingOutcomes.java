package io.agencyos.adapters.out.memory.deal;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.deal.MeetingOutcomes;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.MeetingId;
import java.util.List;
import java.util.stream.Stream;

/** What came of meetings, each kind once. */
public final class MemoryMeetingOutcomes implements MeetingOutcomes {

    private record Key(ClientId client, MeetingId meeting, Kind kind) {}

    private final MemoryTable<Key, Entry> table;

    public MemoryMeetingOutcomes(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Entry>ofTenants("outcome_event", units, Entry::clientId, MemoryMeetingOutcomes::key)
                .writtenBy(Role.WORKER);
    }

    private static Key key(Entry entry) {
        return new Key(entry.clientId(), entry.meeting(), entry.kind());
    }

    @Override
    public void append(Entry entry) {
        if (table.find(key(entry)).isEmpty()) {
            table.insert(entry);
        }
    }

    /** What came of all meetings of a lead. */
    public Stream<Entry> of(ClientId client, LeadId lead) {
        return table.rows()
                .filter(entry -> entry.clientId().equals(client) && entry.lead().equals(lead));
    }

    @Override
    public List<Entry> of(ClientId client, MeetingId meeting) {
        return table.rows()
                .filter(entry ->
                        entry.clientId().equals(client) && entry.meeting().equals(meeting))
                .sorted(java.util.Comparator.comparing(Entry::at)
                        .thenComparing(entry -> entry.kind().wire()))
                .toList();
    }
}
