package io.agencyos.domain.resource.seat;

import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.SeatId;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a seat acts, so that it looks like its owner at work: a start that differs from day to day, gaps that differ, no
 * more than eight actions an hour. Drawn from keys, so that a restart moves nothing. Source: scoring TIME-5, outreach
 * 11.3.
 */
public final class SeatRhythm {

    /** Actions in a clock hour, profile views included. */
    public static final int MOST_IN_AN_HOUR = 8;

    private static final LocalTime WINDOW_OPENS = LocalTime.of(8, 0);
    private static final LocalTime WINDOW_CLOSES = LocalTime.of(18, 0);
    private static final int LATEST_START_MINUTES = 120;
    private static final Duration FOLLOW_UP_EARLIEST = Duration.ofDays(3);
    private static final Duration FOLLOW_UP_LATEST = Duration.ofDays(5);
    private static final double SHORTEST = 8;
    private static final double LONGEST = 45;

    private SeatRhythm() {}

    /** Whether a seat's owner is at work: Monday to Friday, 08:00 to 18:00 on their own clock. Source: scoring TIME-1. */
    public static boolean isAtWork(ZoneId zone, Instant now) {
        ZonedDateTime there = now.atZone(zone);
        boolean weekend = there.getDayOfWeek() == DayOfWeek.SATURDAY || there.getDayOfWeek() == DayOfWeek.SUNDAY;
        LocalTime time = there.toLocalTime();
        return !weekend && !time.isBefore(WINDOW_OPENS) && time.isBefore(WINDOW_CLOSES);
    }

    /** {@code clamp(8 + 37·b + j, 8, 45)} minutes, to the whole second below. */
    public static Duration gap(double beta, double jitter) {
        double minutes = Math.clamp(SHORTEST + 37 * beta + jitter, SHORTEST, LONGEST);
        return Duration.ofSeconds((long) (minutes * 60));
    }

    /**
     * The gap before the action with this key. The second smallest of six uniform numbers has the distribution Beta(2,
     * 5), a seventh gives the jitter of ±2.
     */
    public static Duration gapBefore(String actionKey) {
        double[] drawn = new double[6];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = uniform(actionKey + "|gap|" + i);
        }
        Arrays.sort(drawn);
        return gap(drawn[1], 4 * uniform(actionKey + "|jitter") - 2);
    }

    /** How long after the window opens the seat begins on a date: 0 to 120 minutes. */
    public static Duration startDelay(SeatId seat, LocalDate date) {
        return Duration.ofSeconds((long) (uniform(seat.text() + "|" + date + "|start") * LATEST_START_MINUTES * 60));
    }

    /**
     * When a seat may act next: not before its own start of the day, and its gap after what it did last.
     *
     * @param last its last connect or message, null where that is long ago
     * @param actionKey of the action that is to come
     */
    public static Instant earliest(SeatId seat, ZoneId zone, Instant now, @Nullable Instant last, String actionKey) {
        Instant begins = begins(seat, zone, LocalDate.ofInstant(now, zone));
        Instant rested = last == null ? now : last.plus(gapBefore(actionKey));
        return Collections.max(List.of(now, begins, rested));
    }

    private static Instant begins(SeatId seat, ZoneId zone, LocalDate date) {
        return date.atTime(WINDOW_OPENS).atZone(zone).toInstant().plus(startDelay(seat, date));
    }

    /**
     * The turn of an action behind one that was told to wait until {@code before}: as {@link #earliest}, and the next
     * day's start where that is after the seat's day, which ends at 18:00 and is none on Sundays.
     */
    public static Instant turn(SeatId seat, ZoneId zone, Instant now, @Nullable Instant before, String actionKey) {
        Instant at = earliest(seat, zone, now, before, actionKey);
        LocalDate date = LocalDate.ofInstant(at, zone);
        if (at.isBefore(date.atTime(WINDOW_CLOSES).atZone(zone).toInstant())) {
            return at;
        }
        return begins(seat, zone, date.plusDays(date.getDayOfWeek() == DayOfWeek.SATURDAY ? 2 : 1));
    }

    /** How long before an invitation the profile is looked at: 10 to 30 minutes. */
    public static Duration viewLead(String actionKey) {
        return Duration.ofMinutes(10).plusSeconds((long) (uniform(actionKey + "|view") * 20 * 60));
    }

    /**
     * When a person is written to who took the invitation of this connection: three to five days later, any instant of
     * them alike. Source: outreach 11.4.
     */
    public static Instant followUp(UUID connection, Instant accepted) {
        long range = FOLLOW_UP_LATEST.minus(FOLLOW_UP_EARLIEST).toSeconds();
        return accepted.plus(FOLLOW_UP_EARLIEST).plusSeconds((long) (uniform(connection + "|follow_up") * range));
    }

    private static double uniform(String key) {
        long bits = ByteBuffer.wrap(Digests.sha256(key)).getLong() >>> 11;
        return bits * 0x1.0p-53;
    }
}
