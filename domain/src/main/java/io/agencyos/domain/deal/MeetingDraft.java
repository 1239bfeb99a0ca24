package io.agencyos.domain.deal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A meeting in the making: what is not set stays as it was. Each of these is one row of content 5.1. */
public final class MeetingDraft {

    private final Meeting from;
    private MeetingType type;
    private @Nullable Instant scheduledAt;
    private int durationMinutes;
    private @Nullable String link;
    private @Nullable Instant confirmedAt;
    private @Nullable Boolean showedUp;
    private MeetingOutcome outcome;
    private @Nullable String noShowReason;
    private @Nullable String notes;
    private @Nullable String nextSteps;
    private int rescheduled;
    private @Nullable Instant originallyAt;
    private int version;

    MeetingDraft(Meeting from) {
        this.from = from;
        type = from.type();
        scheduledAt = from.scheduledAt();
        durationMinutes = from.durationMinutes();
        link = from.link();
        confirmedAt = from.confirmedAt();
        showedUp = from.showedUp();
        outcome = from.outcome();
        noShowReason = from.noShowReason();
        notes = from.notes();
        nextSteps = from.nextSteps();
        rescheduled = from.rescheduled();
        originallyAt = from.originallyAt();
        version = from.version();
    }

    public MeetingDraft confirmed(Instant at) {
        confirmedAt = at;
        return this;
    }

    /** Another time: it is open again, unconfirmed, and counts as moved once more. */
    public MeetingDraft moved(Instant to) {
        if (originallyAt == null) {
            originallyAt = scheduledAt;
        }
        scheduledAt = to;
        confirmedAt = null;
        showedUp = null;
        outcome = MeetingOutcome.PENDING;
        noShowReason = null;
        rescheduled++;
        return this;
    }

    /** The lead came; whether it went well may still be open. */
    public MeetingDraft attended() {
        showedUp = true;
        noShowReason = null;
        outcome = outcome == MeetingOutcome.NO_SHOW || outcome == MeetingOutcome.CANCELLED
                ? MeetingOutcome.PENDING
                : outcome;
        return this;
    }

    public MeetingDraft missed(@Nullable String reason) {
        showedUp = false;
        outcome = MeetingOutcome.NO_SHOW;
        noShowReason = reason;
        return this;
    }

    public MeetingDraft cancelled() {
        showedUp = null;
        outcome = MeetingOutcome.CANCELLED;
        noShowReason = null;
        return this;
    }

    /** How it went; good and bad say that the lead came. */
    public MeetingDraft ended(MeetingOutcome how) {
        return switch (how) {
            case GOOD, BAD -> {
                showedUp = true;
                noShowReason = null;
                outcome = how;
                yield this;
            }
            case NO_SHOW -> missed(noShowReason);
            case CANCELLED -> cancelled();
            case PENDING -> throw new IllegalArgumentException("pending is no end");
        };
    }

    /** Null leaves what stands there. */
    public MeetingDraft noted(@Nullable String text, @Nullable String next) {
        notes = text == null ? notes : text;
        nextSteps = next == null ? nextSteps : next;
        return this;
    }

    public MeetingDraft details(MeetingType what, int minutes, @Nullable String where) {
        type = what;
        durationMinutes = minutes;
        link = where;
        return this;
    }

    /** As it stands in a store. */
    public MeetingDraft atVersion(int stored) {
        version = stored;
        return this;
    }

    public Meeting done() {
        return new Meeting(
                from.id(),
                from.clientId(),
                from.leadId(),
                from.campaignId(),
                type,
                from.bookedAt(),
                from.bookedBy(),
                from.method(),
                scheduledAt,
                durationMinutes,
                link,
                from.calendarEventId(),
                confirmedAt,
                showedUp,
                outcome,
                noShowReason,
                notes,
                nextSteps,
                rescheduled,
                originallyAt,
                from.creditedTouchId(),
                from.touchesBefore(),
                from.daysToBooking(),
                from.previousMeetingId(),
                from.createdAt(),
                version);
    }
}
