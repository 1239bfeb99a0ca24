package io.agencyos.application.deal;

import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** A tenant's meetings. Needs an open unit of work of the tenant. Source: content 5.1. */
@SecondaryPort
public interface Meetings {

    /** A calendar event that is known is a {@code UniqueViolation} on {@code uq_meeting_calendar_event}. */
    void insert(Meeting meeting);

    Optional<Meeting> find(ClientId client, MeetingId id);

    /** The meeting locked until the unit of work ends. */
    Optional<Meeting> findForUpdate(ClientId client, MeetingId id);

    Optional<Meeting> findByCalendarEvent(ClientId client, String calendarEventId);

    /** Writes it where its version is unchanged, else {@code ConcurrentUpdate}; answers the new version. */
    Meeting update(Meeting meeting);

    /** The lead's newest, by booking. */
    Optional<Meeting> newest(ClientId client, LeadId lead);

    /** Where a page begins: behind this meeting. */
    record After(Instant scheduledAt, MeetingId id) {}

    /** Those that take place in a span, latest first; null for no bound. */
    List<Meeting> list(
            ClientId client,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable LeadId lead,
            @Nullable After after,
            int limit);
}
