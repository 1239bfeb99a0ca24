package io.agencyos.domain.resource.seat;

import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.SeatId;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return lowest()
                + drawn().multiply(BigInteger.valueOf(limit - lowest() + 1L))
                        .divide(TWO_TO_64)
                        .intValueExact();
    }

    /** The draw that stands for the day, in 2^64ths: 0 or more, below one. */
    BigInteger drawn() {
        return new BigInteger(1, Arrays.copyOf(Digests.sha256(seat.text() + "|" + date), Long.BYTES));
    }

    /** Invitations that still fit. */
    public int remaining(int automated, int manual, int lastSevenDays) {
        return left(target(), automated, manual, lastSevenDays);
    }

    /**
     * What the account's owner did by hand that day: what the service counted less what we did; where it does not tell,
     * the median of the days before, the higher of the two in the middle. Source: RES-8.
     *
     * @param reported the service's count of the day, null where it gives none
     * @param before what was done by hand on each of the last seven days that are known
     */
    public static int manual(@Nullable Integer reported, int automated, Collection<Integer> before) {
        if (reported != null) {
            return Math.max(0, reported - automated);
        }
        List<Integer> sorted = before.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    /** As {@link #remaining} for a target that is known. */
    static int left(int target, int automated, int manual, int lastSevenDays) {
        return Math.max(0, Math.min(target - automated - manual, MOST_IN_A_WEEK - lastSevenDays));
    }
}
