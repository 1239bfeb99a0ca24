package io.agencyos.adapters.out.memory.deal;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Meetings; a calendar event is one of them. */
public final class MemoryMeetings implements Meetings {

    private static final String BY_EVENT = "uq_meeting_calendar_event";

    private final MemoryTable<MeetingId, Meeting> table;

    public MemoryMeetings(MemoryUnitOfWork units) {
        table = MemoryTable.<MeetingId, Meeting>ofTenants("meeting", units, Meeting::clientId, Meeting::id)
                .stamped(meeting -> meeting.id().value())
                .unique(
                        BY_EVENT,
                        meeting -> meeting.calendarEventId() == null
                                ? null
                                : List.of(meeting.clientId(), meeting.calendarEventId()));
    }

    @Override
    public void insert(Meeting meeting) {
        table.insert(meeting);
    }

    @Override
    public Optional<Meeting> find(ClientId client, MeetingId id) {
        return table.find(id).filter(meeting -> meeting.clientId().equals(client));
    }

    @Override
    public Optional<Meeting> findForUpdate(ClientId client, MeetingId id) {
        return find(client, id);
    }

    @Override
    public Optional<Meeting> findByCalendarEvent(ClientId client, String calendarEventId) {
        return table.findBy(BY_EVENT, List.of(client, calendarEventId));
    }

    @Override
    public Meeting update(Meeting meeting) {
        find(meeting.clientId(), meeting.id())
                .filter(stored -> stored.version() == meeting.version())
                .orElseThrow(() -> new ConcurrentUpdate("meeting " + meeting.id()));
        Meeting next = meeting.change().atVersion(meeting.version() + 1).done();
        table.put(next);
        return next;
    }

    @Override
    public Optional<Meeting> newest(ClientId client, LeadId lead) {
        return all(client)
                .filter(meeting -> lead.equals(meeting.leadId()))
                .max(comparing(Meeting::bookedAt).thenComparing(ById.ascending(Meeting::id)));
    }

    @Override
    public List<Meeting> list(ClientId client, Filter filter, boolean latestFirst, @Nullable After after, int limit) {
        Comparator<Meeting> order = comparing(MemoryMeetings::when).thenComparing(ById.ascending(Meeting::id));
        return all(client)
                .filter(meeting -> shows(filter, meeting))
                .filter(meeting -> after == null || isBehind(meeting, after, latestFirst))
                .sorted(latestFirst ? order.reversed() : order)
                .limit(limit)
                .toList();
    }

    private static boolean shows(Filter filter, Meeting meeting) {
        MeetingStatus status = MeetingStatus.of(meeting, filter.now());
        return (filter.from() == null || !when(meeting).isBefore(filter.from()))
                && (filter.until() == null || when(meeting).isBefore(filter.until()))
                && (filter.lead() == null || filter.lead().equals(meeting.leadId()))
                && (filter.campaign() == null || filter.campaign().equals(meeting.campaignId()))
                && (filter.statuses() == null || filter.statuses().contains(status))
                && (filter.upcoming() == null || filter.upcoming() == status.isUpcoming());
    }

    private static boolean isBehind(Meeting meeting, After after, boolean latestFirst) {
        int order = when(meeting).compareTo(after.scheduledAt());
        int behind = order == 0 ? meeting.id().text().compareTo(after.id().text()) : order;
        return latestFirst ? behind < 0 : behind > 0;
    }

    private static Instant when(Meeting meeting) {
        return Objects.requireNonNullElse(meeting.scheduledAt(), meeting.bookedAt());
    }

    /** Every meeting of a tenant; for reports. */
    public Stream<Meeting> all(ClientId client) {
        return table.rows().filter(meeting -> meeting.clientId().equals(client));
    }
}
