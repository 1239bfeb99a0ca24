package io.agencyos.application.deal.store;

import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Which meetings a page shows; null for all.
     *
     * @param until exclusive
     * @param upcoming true for those that are scheduled or confirmed at {@code now}, false for all others
     * @param statuses as they are derived at {@code now}
     */
    record Filter(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable LeadId lead,
            @Nullable CampaignId campaign,
            @Nullable Set<MeetingStatus> statuses,
            @Nullable Boolean upcoming,
            Instant now) {}

    /** Where a page begins: behind this meeting. */
    record After(Instant scheduledAt, MeetingId id) {}

    /** By the time at which they take place, the latest first where {@code latestFirst}. */
    List<Meeting> list(ClientId client, Filter filter, boolean latestFirst, @Nullable After after, int limit);
}
