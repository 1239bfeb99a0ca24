package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.SeatId;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * How many invitations a seat sends on one of its days: never the same number twice in a row by rule, and never more
 * than its account can bear. Source: scoring TIME-5, RES-8, outreach 11.2.
 *
 * @param date on the seat owner's clock
 * @param limit the most of the day, 0 on Sundays and national holidays
 */
public record SeatDay(SeatId seat, LocalDate date, int limit) {

    /** Invitations in any seven days. */
    public static final int MOST_IN_A_WEEK = 80;

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    /** min(warm-up, health), halved on Saturdays, nothing on Sundays and holidays. Health never raises a ramp. */
    public static SeatDay of(SeatId seat, LocalDate date, int warmUp, int health, boolean holiday) {
        int base = Math.min(warmUp, health);
        DayOfWeek day = date.getDayOfWeek();
        int limit = holiday || day == DayOfWeek.SUNDAY ? 0 : day == DayOfWeek.SATURDAY ? base / 2 : base;
        return new SeatDay(seat, date, limit);
    }

    /** The fewest that are aimed at: ⌈three quarters⌉. */
    public int lowest() {
        return Math.ceilDiv(limit * 3, 4);
    }

    /** What is aimed at: drawn once for seat and date, whatever the limit becomes during the day. */
    public int target() {
        byte[] first = Arrays.copyOf(Digests.sha256(seat.text() + "|" + date), Long.BYTES);
        return lowest()
                + new BigInteger(1, first)
                        .multiply(BigInteger.valueOf(limit - lowest() + 1L))
                        .divide(TWO_TO_64)
                        .intValueExact();
    }

    /** Invitations that still fit. */
    public int remaining(int automated, int manual, int lastSevenDays) {
        return left(target(), automated, manual, lastSevenDays);
    }

    /** As {@link #remaining} for a target that is known. */
    static int left(int target, int automated, int manual, int lastSevenDays) {
        return Math.max(0, Math.min(target - automated - manual, MOST_IN_A_WEEK - lastSevenDays));
    }
}
