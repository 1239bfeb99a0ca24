package io.agencyos.domain.deal;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A booked meeting. Its status is derived, never stored: see {@link MeetingStatus}. Source: content 5.1, data model
 * 5.9.
 *
 * @param creditedTouchId the one touch that the booking is credited to, null when none qualifies
 * @param touchesBefore outbound touches to the lead before the booking
 * @param daysToBooking whole days from the first of these, null without any
 */
@AggregateRoot
public record Meeting(
        @Identity MeetingId id,
        ClientId clientId,
        @Nullable LeadId leadId,
        @Nullable CampaignId campaignId,
        MeetingType type,
        Instant bookedAt,
        BookedBy bookedBy,
        BookingMethod method,
        @Nullable Instant scheduledAt,
        int durationMinutes,
        @Nullable String link,
        @Nullable String calendarEventId,
        @Nullable Instant confirmedAt,
        @Nullable Boolean showedUp,
        MeetingOutcome outcome,
        @Nullable String noShowReason,
        @Nullable String notes,
        @Nullable String nextSteps,
        int rescheduled,
        @Nullable Instant originallyAt,
        @Nullable TouchId creditedTouchId,
        int touchesBefore,
        @Nullable Integer daysToBooking,
        @Nullable MeetingId previousMeetingId,
        Instant createdAt,
        int version) {

    /** When it is over, null while no time is set. */
    public @Nullable Instant endsAt() {
        return scheduledAt == null ? null : scheduledAt.plus(Duration.ofMinutes(durationMinutes));
    }

    /** A changed copy in the making. */
    public MeetingDraft change() {
        return new MeetingDraft(this);
    }
}
