package io.agencyos.application.deal;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A meeting with a lead is agreed: it is written down, and the lead is written to no more. Source: content 5.1. */
@PrimaryPort
public interface BookMeeting {

    /**
     * What was agreed.
     *
     * @param durationMinutes 5 to 480
     * @param calendarEventId the event in the calendar; the same event is the same meeting
     * @param answered the touch that the lead answered by booking, where that is known
     */
    record Booking(
            LeadId lead,
            Instant scheduledAt,
            int durationMinutes,
            MeetingType type,
            @Nullable String link,
            @Nullable String calendarEventId,
            BookedBy bookedBy,
            BookingMethod method,
            @Nullable TouchId answered,
            @Nullable String notes) {}

    /** What came of it. */
    sealed interface Outcome {

        record Booked(Meeting meeting) implements Outcome {}

        /** The calendar event, or the lead at this moment, has its meeting already; nothing was changed. */
        record Exists(Meeting meeting) implements Outcome {}

        /** There is no such lead in this tenant. */
        record LeadNotFound() implements Outcome {}

        record Invalid(List<Fault> faults) implements Outcome {
            public Invalid {
                faults = List.copyOf(faults);
            }
        }

        /** A viewer books nothing. */
        record Forbidden() implements Outcome {}
    }

    Outcome book(TenantScope scope, Booking booking, Origin origin);
}
