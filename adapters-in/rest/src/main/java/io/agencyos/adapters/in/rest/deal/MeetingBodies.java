package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Except;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the routes of meetings take. Source: api 9.12. */
final class MeetingBodies {

    private static final Instant WHEN = Instant.parse("2026-03-12T23:00:00Z");

    private MeetingBodies() {}

    /**
     * A meeting that somebody agreed with a lead.
     *
     * @param type what the meeting is for
     */
    record NewMeeting(
            UUID leadId,
            Instant scheduledAt,
            @Nullable Integer durationMinutes,
            MeetingType type,
            @Nullable @Text(max = 2000) String meetingLink,
            @Nullable @Text(max = 500) String calendarEventId,
            @Nullable BookingMethod bookingMethod,
            @Nullable @Text(max = 10000) String notes) {

        static final NewMeeting EXAMPLE = new NewMeeting(
                UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
                WHEN,
                30,
                MeetingType.DISCOVERY,
                "https://meet.example/northlight",
                null,
                BookingMethod.PHONE,
                null);
    }

    /**
     * Other details.
     *
     * @param type what the meeting is for
     */
    record Edit(
            Change<MeetingType> type,
            Change<Integer> durationMinutes,
            @Text(max = 2000) Change<String> meetingLink,
            @Text(max = 10000) Change<String> notes,
            @Text(max = 10000) Change<String> nextSteps) {

        static final Edit EXAMPLE = new Edit(
                Change.to(MeetingType.DEMO),
                Change.to(45),
                Change.absent(),
                Change.to("Bring the deck."),
                Change.absent());
    }

    /**
     * Another time.
     *
     * @param reason why, in your own words; colleagues see it
     */
    record Reschedule(
            Instant scheduledAt, @Nullable @Text(max = 1000) String reason) {
        static final Reschedule EXAMPLE = new Reschedule(WHEN, "The lead is travelling.");
    }

    /**
     * It does not take place.
     *
     * @param reason why, in your own words; colleagues see it
     */
    record Cancel(@Nullable @Text(max = 1000) String reason) {
        static final Cancel EXAMPLE = new Cancel("The lead is ill.");
    }

    /** Whether the lead came. */
    record Attendance(
            boolean showedUp, @Nullable @Text(max = 1000) String noShowReason) {
        static final Attendance EXAMPLE = new Attendance(false, "No answer.");
    }

    /**
     * What may be sold after it.
     *
     * @param name what colleagues call the deal
     */
    record DealOfIt(
            String name,

            @Nullable @Range(min = 0, max = DealBodies.MOST_CENTS)
            Long valueCents) {}

    /**
     * How it went.
     *
     * @param outcome how the meeting went
     * @param createDeal what may be sold after the meeting; null makes no deal
     */
    record Ended(
            @Except("pending") MeetingOutcome outcome,
            @Nullable @Text(max = 10000) String notes,
            @Nullable @Text(max = 10000) String nextSteps,
            @Nullable DealOfIt createDeal) {
        static final Ended EXAMPLE = new Ended(
                MeetingOutcome.GOOD, "Keen.", "Send a proposal.", new DealOfIt("Growth retainer", 1_000_000L));
    }
}
