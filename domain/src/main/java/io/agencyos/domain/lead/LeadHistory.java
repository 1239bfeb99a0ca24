package io.agencyos.domain.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened between a client and a lead, in counts and instants. Source: data model 5.6. */
public record LeadHistory(
        int touches,
        @Nullable Instant firstTouchAt,
        @Nullable Instant lastTouchAt,
        @Nullable Instant lastReplyAt,
        @Nullable Instant bookedAt,
        @Nullable Instant convertedAt) {

    public static final LeadHistory NONE = new LeadHistory(0, null, null, null, null, null);

    /** One touch more; touches may be told in any order. */
    public LeadHistory touched(Instant at) {
        return new LeadHistory(
                touches + 1,
                firstTouchAt == null || at.isBefore(firstTouchAt) ? at : firstTouchAt,
                lastTouchAt == null || at.isAfter(lastTouchAt) ? at : lastTouchAt,
                lastReplyAt,
                bookedAt,
                convertedAt);
    }

    /** The newest answer counts, whatever the order in which answers arrive. */
    public LeadHistory replied(Instant at) {
        Instant newest = lastReplyAt == null || at.isAfter(lastReplyAt) ? at : lastReplyAt;
        return new LeadHistory(touches, firstTouchAt, lastTouchAt, newest, bookedAt, convertedAt);
    }

    /** The first booking stays. */
    public LeadHistory booked(Instant at) {
        Instant first = bookedAt == null ? at : bookedAt;
        return new LeadHistory(touches, firstTouchAt, lastTouchAt, lastReplyAt, first, convertedAt);
    }

    /** The first deal stays. */
    public LeadHistory converted(Instant at) {
        Instant first = convertedAt == null ? at : convertedAt;
        return new LeadHistory(touches, firstTouchAt, lastTouchAt, lastReplyAt, bookedAt, first);
    }
}
