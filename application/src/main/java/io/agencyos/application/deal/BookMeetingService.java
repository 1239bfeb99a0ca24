package io.agencyos.application.deal;

import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Meeting, outcome, lead, enrolment and credited touch change in one transaction. Source: data model 8, conversion. */
final class BookMeetingService implements BookMeeting {

    private static final String CODE = "meeting_booked";
    private static final int MEETINGS_OF_A_MOMENT = 20;

    private final DealPorts ports;
    private final StopOutreach stops;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    BookMeetingService(DealPorts ports, StopOutreach stops, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.stops = stops;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome book(TenantScope scope, Booking booking, Origin origin) {
        if (!Permissions.mayWrite(scope.role())) {
            return new Outcome.Forbidden();
        }
        List<Fault> faults = new MeetingInput()
                .minutes(booking.durationMinutes())
                .link(booking.link())
                .eventId(booking.calendarEventId())
                .text("notes", booking.notes())
                .faults();
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(faults);
        }
        try {
            return units.inTenant(scope.asWorker(), () -> bookInside(scope, booking, origin));
        } catch (UniqueViolation raced) {
            return units.inTenant(scope.asWorker(), () -> known(scope.clientId(), booking))
                    .<Outcome>map(Outcome.Exists::new)
                    .orElseThrow(() -> raced);
        }
    }

    private Optional<Meeting> known(ClientId client, Booking booking) {
        return Optional.ofNullable(booking.calendarEventId())
                .flatMap(event -> ports.meetings().findByCalendarEvent(client, event))
                .or(() -> twice(client, booking));
    }

    /** The lead has one of this type at this moment that stands, and no two calendar events tell them apart. */
    private Optional<Meeting> twice(ClientId client, Booking booking) {
        Instant at = booking.scheduledAt();
        Meetings.Filter moment = new Meetings.Filter(
                at.truncatedTo(ChronoUnit.MILLIS),
                at.truncatedTo(ChronoUnit.MILLIS).plusMillis(1),
                booking.lead(),
                null,
                null,
                null,
                clock.now());
        return ports.meetings().list(client, moment, false, null, MEETINGS_OF_A_MOMENT).stream()
                .filter(meeting -> meeting.type() == booking.type() && meeting.outcome() != MeetingOutcome.CANCELLED)
                .filter(meeting -> meeting.calendarEventId() == null || booking.calendarEventId() == null)
                .findFirst();
    }

    private Outcome bookInside(TenantScope scope, Booking booking, Origin origin) {
        ClientId client = scope.clientId();
        Optional<Meeting> known = known(client, booking);
        if (known.isPresent()) {
            return new Outcome.Exists(known.get());
        }
        if (ports.leads().find(client, booking.lead()).isEmpty()) {
            return new Outcome.LeadNotFound();
        }
        stops.convert(client, booking.lead(), CODE);
        Lead lead = ports.leads().findForUpdate(client, booking.lead()).orElse(null);
        if (lead == null) {
            return new Outcome.LeadNotFound();
        }
        // of two at once the one that waited for the lead finds the other's meeting
        Optional<Meeting> raced = known(client, booking);
        if (raced.isPresent()) {
            return new Outcome.Exists(raced.get());
        }
        Instant now = clock.now();
        BookingPath path = new Crediting(ports)
                .path(client, lead.id(), ports.touches().sentTo(client, lead.id()), now, booking.answered());
        Meeting meeting = meeting(booking, lead, path, now);
        ports.meetings().insert(meeting);
        if (path.credited() != null) {
            ports.touches().credit(client, path.credited());
        }
        ports.leads().update(booked(lead, now));
        LiveThreads.end(ports.threads(), client, lead.id(), ThreadOutcome.MEETING_BOOKED);
        MeetingTrail trail = new MeetingTrail(ports, ids, scope, origin, now);
        trail.settleBookings(lead.id());
        trail.booked(meeting, lead, path);
        trail.outcome(meeting, MeetingOutcomes.Kind.MEETING_BOOKED, path.credited());
        trail.event(meeting, EventName.MEETING_BOOKED);
        trail.audit(
                meeting,
                AuditAction.CREATE,
                Map.of("scheduled_at", new Change(null, booking.scheduledAt().toString())));
        return new Outcome.Booked(meeting);
    }

    private Meeting meeting(Booking booking, Lead lead, BookingPath path, Instant now) {
        MeetingId previous = ports.meetings()
                .newest(lead.clientId(), lead.id())
                .filter(before -> before.outcome() == MeetingOutcome.CANCELLED)
                .map(Meeting::id)
                .orElse(null);
        return new Meeting(
                new MeetingId(ids.next()),
                lead.clientId(),
                lead.id(),
                lead.campaignId(),
                booking.type(),
                now,
                booking.bookedBy(),
                booking.method(),
                booking.scheduledAt(),
                booking.durationMinutes(),
                booking.link(),
                booking.calendarEventId(),
                null,
                null,
                MeetingOutcome.PENDING,
                null,
                booking.notes(),
                null,
                0,
                null,
                path.credited() == null ? null : path.credited().touch(),
                path.touchesBefore(),
                path.daysToBooking(),
                previous,
                now,
                0);
    }

    /** An opt-out stays one, and a deal is further than a meeting. */
    private static Lead booked(Lead lead, Instant now) {
        LeadStatus next = switch (lead.status()) {
            case UNSUBSCRIBED, INVALID, CONVERTED -> lead.status();
            case NEW,
                    ENRICHED,
                    SCORED,
                    IN_SEQUENCE,
                    REPLIED,
                    MEETING_BOOKED,
                    COMPLETED,
                    NOT_INTERESTED,
                    BOUNCED,
                    ARCHIVED -> LeadStatus.MEETING_BOOKED;
        };
        return lead.change()
                .status(next)
                .history(lead.history().booked(now))
                .updatedAt(now)
                .lead();
    }
}
