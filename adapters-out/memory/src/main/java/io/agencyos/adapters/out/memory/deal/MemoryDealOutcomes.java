package io.agencyos.adapters.out.memory.deal;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.deal.store.DealOutcomes;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of deals; a booking that one implies stands beside the meetings', under the deal's id. */
public final class MemoryDealOutcomes implements DealOutcomes {

    private record Key(ClientId client, DealId deal, Kind kind, int occasion) {}

    private record Retraction(ClientId client, UUID entry) {}

    private final MemoryTable<Key, Entry> table;
    private final MemoryTable<UUID, Retraction> retractions;
    private final MemoryMeetingOutcomes meetings;

    public MemoryDealOutcomes(MemoryUnitOfWork units, MemoryMeetingOutcomes meetings) {
        table = MemoryTable.<Key, Entry>ofTenants(
                        "outcome_event of deals", units, Entry::clientId, MemoryDealOutcomes::key)
                .writtenBy(Role.WORKER);
        retractions = MemoryTable.<UUID, Retraction>ofTenants(
                        "outcome_event_retraction of deals", units, Retraction::client, Retraction::entry)
                .writtenBy(Role.WORKER);
        this.meetings = meetings;
    }

    private static Key key(Entry entry) {
        return new Key(entry.clientId(), entry.deal(), entry.kind(), entry.occasion());
    }

    @Override
    public void append(Entry entry) {
        if (table.find(key(entry)).isEmpty()) {
            table.insert(entry);
        }
    }

    @Override
    public void retractClosing(ClientId client, DealId deal, UUID id, Instant at) {
        of(client, deal).reversed().stream()
                .filter(entry -> entry.kind() != Kind.DEAL_CREATED)
                .findFirst()
                .ifPresent(entry -> retractions.put(new Retraction(client, entry.id())));
    }

    @Override
    public boolean implyBooking(
            UUID id, ClientId client, LeadId lead, DealId deal, Instant at, BookingPath.@Nullable Contact credited) {
        boolean stands =
                meetings.of(client, lead).anyMatch(entry -> entry.kind() == MeetingOutcomes.Kind.MEETING_BOOKED);
        if (!stands) {
            meetings.append(new MeetingOutcomes.Entry(
                    id, client, lead, new MeetingId(deal.value()), MeetingOutcomes.Kind.MEETING_BOOKED, at, credited));
        }
        return !stands;
    }

    @Override
    public List<Entry> of(ClientId client, DealId deal) {
        return table.rows()
                .filter(entry -> entry.clientId().equals(client) && entry.deal().equals(deal))
                .filter(entry -> retractions.find(entry.id()).isEmpty())
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(entry -> entry.kind().wire()))
                .toList();
    }
}
