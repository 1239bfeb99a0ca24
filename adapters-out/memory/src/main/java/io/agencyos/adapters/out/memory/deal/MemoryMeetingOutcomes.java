package io.agencyos.adapters.out.memory.deal;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What came of meetings, each kind once. */
public final class MemoryMeetingOutcomes implements MeetingOutcomes {

    private record Key(ClientId client, MeetingId meeting, Kind kind) {}

    /** What was taken back; the entry itself stays. */
    private record Retraction(ClientId client, UUID entry) {}

    private final MemoryTable<Key, Entry> table;
    private final MemoryTable<UUID, Retraction> retractions;

    public MemoryMeetingOutcomes(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Entry>ofTenants("outcome_event", units, Entry::clientId, MemoryMeetingOutcomes::key)
                .writtenBy(Role.WORKER);
        retractions = MemoryTable.<UUID, Retraction>ofTenants(
                        "outcome_event_retraction", units, Retraction::client, Retraction::entry)
                .writtenBy(Role.WORKER);
    }

    /** Takes an entry back, once; says whether it stood. */
    public boolean retract(Entry entry) {
        boolean stood = retractions.find(entry.id()).isEmpty();
        retractions.put(new Retraction(entry.clientId(), entry.id()));
        return stood;
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

    /** What came of all meetings of a lead and was not taken back. */
    public Stream<Entry> of(ClientId client, LeadId lead) {
        return of(client).filter(entry -> entry.lead().equals(lead));
    }

    /** What came of all meetings of a client and was not taken back. */
    public Stream<Entry> of(ClientId client) {
        return table.rows()
                .filter(entry -> entry.clientId().equals(client)
                        && retractions.find(entry.id()).isEmpty());
    }

    @Override
    public List<Entry> of(ClientId client, MeetingId meeting) {
        return table.rows()
                .filter(entry ->
                        entry.clientId().equals(client) && entry.meeting().equals(meeting))
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(entry -> entry.kind().wire()))
                .toList();
    }
}
