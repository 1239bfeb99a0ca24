package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.Stamp;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting. Source: api 8 Meeting, content 5.1.
 *
 * @param type what the meeting is for
 * @param status where the meeting stands by the clock and by what people said; {@code awaiting_outcome} is one that is over
 *     and of which nobody said how it went
 * @param confirmedAt when the meeting was confirmed; null while it is not
 * @param outcome how the meeting went; {@code pending} until somebody said
 */
public record MeetingView(
        UUID id,
        UUID clientId,
        @Nullable LeadCard lead,
        @Nullable CampaignCard campaign,
        @Nullable Instant scheduledAt,
        int durationMinutes,
        MeetingType type,
        MeetingStatus status,
        @Nullable String meetingLink,
        @Nullable String calendarEventId,
        Instant bookedAt,
        BookedBy bookedBy,
        BookingMethod bookingMethod,
        @Nullable Instant confirmedAt,
        @Nullable Boolean showedUp,
        MeetingOutcome outcome,
        @Nullable String noShowReason,
        @Nullable String notes,
        @Nullable String nextSteps,
        int rescheduledCount,
        @Nullable Instant originalScheduledAt,
        boolean isBlind,
        int touchesBefore,
        @Nullable Integer daysToBooking,
        @Nullable UUID creditedTouchId,
        @Nullable UUID previousMeetingId,
        @Nullable UUID dealId,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    static final MeetingView EXAMPLE = new MeetingView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000041"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            LeadCard.EXAMPLE,
            CampaignCard.EXAMPLE,
            Instant.parse("2026-03-12T23:00:00Z"),
            30,
            MeetingType.DISCOVERY,
            MeetingStatus.SCHEDULED,
            "https://meet.example/northlight",
            null,
            Instant.parse("2026-03-10T01:00:00Z"),
            BookedBy.HUMAN,
            BookingMethod.PHONE,
            null,
            null,
            MeetingOutcome.PENDING,
            null,
            null,
            null,
            0,
            null,
            false,
            3,
            9,
            UUID.fromString("019baaaa-0000-7000-8000-000000000051"),
            null,
            null,
            Instant.parse("2026-03-10T01:00:00Z"),
            Instant.parse("2026-03-10T01:00:00Z"),
            0);

    static MeetingView of(
            Meeting meeting, MeetingStatus status, Cards cards, Map<MeetingId, DealId> deals, Stamp stamp) {
        return new MeetingView(
                meeting.id().value(),
                meeting.clientId().value(),
                LeadCard.of(cards.lead(meeting.leadId())),
                CampaignCard.of(meeting.campaignId(), cards),
                meeting.scheduledAt(),
                meeting.durationMinutes(),
                meeting.type(),
                status,
                meeting.link(),
                meeting.calendarEventId(),
                meeting.bookedAt(),
                meeting.bookedBy(),
                meeting.method(),
                meeting.confirmedAt(),
                meeting.showedUp(),
                meeting.outcome(),
                meeting.noShowReason(),
                meeting.notes(),
                meeting.nextSteps(),
                meeting.rescheduled(),
                meeting.originallyAt(),
                meeting.scheduledAt() == null,
                meeting.touchesBefore(),
                meeting.daysToBooking(),
                value(meeting.creditedTouchId()),
                value(meeting.previousMeetingId()),
                value(deals.get(meeting.id())),
                meeting.createdAt(),
                stamp.updatedAt(),
                meeting.version());
    }

    private static @Nullable UUID value(@Nullable EntityId id) {
        return id == null ? null : id.value();
    }
}
