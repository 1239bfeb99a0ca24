package io.agencyos.domain.resource.seat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last look at a seat's invitations found. Source: scoring RES-13, data model 5.8.
 *
 * @param limit invitations a day by the accept rate, 10, 15 or 20
 * @param week accepted of those that were sent 3 to 10 days ago, 0 to 1, null where there were none
 * @param month accepted of those of the last 30 days, likewise
 * @param pending invitations that nobody has answered
 * @param checkedAt null until the first look
 * @param byHand what the account's owner sent beside us
 */
public record SeatStanding(
        int limit,
        @Nullable BigDecimal week,
        @Nullable BigDecimal month,
        int pending,
        @Nullable Instant checkedAt,
        HandWork byHand) {

    /** Before the first look nothing speaks against a seat. */
    public static final SeatStanding UNKNOWN = new SeatStanding(SeatHealth.MOST, null, null, 0, null, HandWork.UNKNOWN);

    private static final int PLACES = 5;

    /**
     * What a look finds.
     *
     * @param invited of the last 30 days
     * @param accepted those of them that were accepted
     */
    public static SeatStanding of(SeatHealth health, int invited, int accepted, Instant now) {
        return new SeatStanding(
                health.limit(),
                rate(health.accepted(), health.requested()),
                rate(accepted, invited),
                health.pending(),
                now,
                HandWork.UNKNOWN);
    }

    /** The same with what is known of the owner's own invitations. */
    SeatStanding beside(HandWork known) {
        return new SeatStanding(limit, week, month, pending, checkedAt, known);
    }

    private static @Nullable BigDecimal rate(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP);
    }

    /** No more is invited while too many wait for an answer. */
    public boolean mayInvite() {
        return backlog() != SeatHealth.Level.CRITICAL;
    }

    /** By what nobody has answered. */
    public SeatHealth.Level backlog() {
        return new SeatHealth(0, 0, pending, 0, 0).backlog();
    }

    /** By the accept rate: a lower limit is what tells that it was poor. */
    public SeatHealth.Level acceptance() {
        if (limit == SeatHealth.MOST) {
            return SeatHealth.Level.GOOD;
        }
        return limit == SeatHealth.MOST / 2 ? SeatHealth.Level.CRITICAL : SeatHealth.Level.WARNING;
    }
}
