package io.agencyos.adapters.out.postgres.deal;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Meetings in {@code meeting}; the derived status is computed as {@code MeetingStatus} does. */
public final class PostgresMeetings implements Meetings {

    private static final String WHEN = "coalesce(scheduled_at, booked_at)";

    /** Of a row of {@code meeting}, at {@code :now}; no table joined to it has a column of these names. */
    public static final String STATUS = """
        case when outcome = 'cancelled' then 'cancelled'
             when outcome = 'no_show' then 'no_show'
             when showed_up then 'completed'
             when scheduled_at + duration_min * interval '1 minute' <= :now then 'awaiting_outcome'
             when confirmed_at is not null then 'confirmed'
             else 'scheduled' end\
        """;

    @Override
    public void insert(Meeting meeting) {
        bind(Db.stamping("""
            insert into meeting (client_id, id, lead_id, campaign_id, booked_at, booked_by, method, scheduled_at,
                   previous_meeting_id, duration_min, type, link, calendar_event_id, confirmed_at, showed_up, outcome,
                   outcome_at, no_show_reason, notes, next_steps, converting_touch_id, touches_before, days_to_booking,
                   rescheduled, original_at, created_at, updated_at, row_version)
            values (:client, :id, :lead, :campaign, :bookedAt, :bookedBy, :method, :scheduledAt, :previous, :minutes,
                   :type, :link, :event, :confirmedAt, :showedUp, :outcome, null, :noShowReason, :notes, :nextSteps,
                   :touch, :touchesBefore, :days, :rescheduled, :originallyAt, :createdAt, :moment,
                   :version)
            """), meeting)
                .bindByType("lead", meeting.leadId(), LeadId.class)
                .bindByType("campaign", meeting.campaignId(), CampaignId.class)
                .bind("bookedAt", meeting.bookedAt())
                .bind("bookedBy", meeting.bookedBy())
                .bind("method", meeting.method())
                .bindByType("previous", meeting.previousMeetingId(), MeetingId.class)
                .bind("event", meeting.calendarEventId())
                .bindByType("touch", meeting.creditedTouchId(), TouchId.class)
                .bind("touchesBefore", meeting.touchesBefore())
                .bind("days", meeting.daysToBooking())
                .bind("createdAt", meeting.createdAt())
                .execute();
    }

    @Override
    public Meeting update(Meeting meeting) {
        int written = bind(Db.stamping("""
            update meeting
               set scheduled_at = :scheduledAt, duration_min = :minutes, type = :type, link = :link,
                   confirmed_at = :confirmedAt, showed_up = :showedUp,
                   outcome_at = case when outcome is distinct from :outcome then :moment else outcome_at end,
                   outcome = :outcome, no_show_reason = :noShowReason, notes = :notes, next_steps = :nextSteps,
                   reminder_sent_at = case when rescheduled = :rescheduled then reminder_sent_at end,
                   rescheduled = :rescheduled, original_at = :originallyAt, updated_at = :moment,
                   row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            """), meeting).execute();
        if (written == 0) {
            throw new ConcurrentUpdate("meeting " + meeting.id());
        }
        return meeting.change().atVersion(meeting.version() + 1).done();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Meeting meeting) {
        return statement
                .bind("client", meeting.clientId())
                .bind("id", meeting.id())
                .bindByType("scheduledAt", meeting.scheduledAt(), Instant.class)
                .bind("minutes", meeting.durationMinutes())
                .bind("type", meeting.type())
                .bind("link", meeting.link())
                .bindByType("confirmedAt", meeting.confirmedAt(), Instant.class)
                .bind("showedUp", meeting.showedUp())
                .bind("outcome", meeting.outcome())
                .bind("noShowReason", meeting.noShowReason())
                .bind("notes", meeting.notes())
                .bind("nextSteps", meeting.nextSteps())
                .bind("rescheduled", meeting.rescheduled())
                .bindByType("originallyAt", meeting.originallyAt(), Instant.class)
                .bind("version", meeting.version());
    }

    @Override
    public Optional<Meeting> find(ClientId client, MeetingId id) {
        return first(Db.query("select * from meeting where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id));
    }

    @Override
    public Optional<Meeting> findForUpdate(ClientId client, MeetingId id) {
        return first(Db.query("select * from meeting where client_id = :client and id = :id for update")
                .bind("client", client)
                .bind("id", id));
    }

    @Override
    public Optional<Meeting> findByCalendarEvent(ClientId client, String calendarEventId) {
        return first(Db.query("select * from meeting where client_id = :client and calendar_event_id = :event")
                .bind("client", client)
                .bind("event", calendarEventId));
    }

    @Override
    public Optional<Meeting> newest(ClientId client, LeadId lead) {
        return first(Db.query("""
            select * from meeting where client_id = :client and lead_id = :lead order by booked_at desc, id desc limit 1
            """).bind("client", client).bind("lead", lead));
    }

    @Override
    public List<Meeting> list(ClientId client, Filter filter, boolean latestFirst, @Nullable After after, int limit) {
        Criteria meetings = new Criteria("select * from meeting where client_id = :client")
                .with("client", client)
                .and(WHEN + " >= :from", "from", filter.from())
                .and(WHEN + " < :until", "until", filter.until())
                .and("lead_id = :lead", "lead", filter.lead())
                .and("campaign_id = :campaign", "campaign", filter.campaign())
                .andAny(STATUS + " = any (:statuses)", "statuses", filter.statuses())
                .and(STATUS + " in ('scheduled', 'confirmed') = :upcoming", "upcoming", filter.upcoming());
        if (filter.statuses() != null || filter.upcoming() != null) {
            meetings.with("now", filter.now());
        }
        if (after != null) {
            meetings.and("(" + WHEN + ", id) " + (latestFirst ? "<" : ">") + " (:afterAt, :afterId)")
                    .with("afterAt", after.scheduledAt())
                    .with("afterId", after.id());
        }
        String order = latestFirst ? " desc" : "";
        return meetings.first(limit, WHEN + order + ", id" + order)
                .map((row, context) -> read(row))
                .list();
    }

    private static Optional<Meeting> first(Query query) {
        return query.map((row, context) -> read(row)).findFirst();
    }

    private static Meeting read(ResultSet row) throws SQLException {
        boolean showed = row.getBoolean("showed_up");
        Boolean showedUp = row.wasNull() ? null : Boolean.valueOf(showed);
        return new Meeting(
                Rows.id(row, "id", MeetingId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.idOrNull(row, "lead_id", LeadId::new),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.word(row, "type", MeetingType.class),
                Rows.instant(row, "booked_at"),
                Rows.word(row, "booked_by", BookedBy.class),
                Rows.word(row, "method", BookingMethod.class),
                Rows.instantOrNull(row, "scheduled_at"),
                row.getInt("duration_min"),
                row.getString("link"),
                row.getString("calendar_event_id"),
                Rows.instantOrNull(row, "confirmed_at"),
                showedUp,
                Rows.word(row, "outcome", MeetingOutcome.class),
                row.getString("no_show_reason"),
                row.getString("notes"),
                row.getString("next_steps"),
                row.getInt("rescheduled"),
                Rows.instantOrNull(row, "original_at"),
                Rows.idOrNull(row, "converting_touch_id", TouchId::new),
                row.getInt("touches_before"),
                Rows.intOrNull(row, "days_to_booking"),
                Rows.idOrNull(row, "previous_meeting_id", MeetingId::new),
                Rows.instant(row, "created_at"),
                row.getInt("row_version"));
    }
}
