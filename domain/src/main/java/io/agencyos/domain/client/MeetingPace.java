package io.agencyos.domain.client;

import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.Vocabulary;

/** Whether a month's meetings keep up with what the plan aims at. Source: api 9.9, on-track status. */
public enum MeetingPace implements Vocabulary {
    /** A tenth above what the day expects, or more. */
    AHEAD,
    /** No more than a tenth below. */
    ON_TRACK,
    BEHIND,
    /** Less than one meeting is expected yet, and none is booked. */
    TOO_EARLY;

    private static final long TENTHS_AHEAD = 11;
    private static final long TENTHS_ON_TRACK = 9;

    /** @param day of the month, from 1 */
    public static MeetingPace of(Plan.MeetingTarget target, int booked, int day, int daysInMonth) {
        // expected = middle of the target times day over days; both sides are multiplied by twice the days
        long expected = (long) (target.low() + target.high()) * day;
        long have = 2L * booked * daysInMonth;
        if (booked == 0 && expected < 2L * daysInMonth) {
            return TOO_EARLY;
        }
        if (10 * have >= TENTHS_AHEAD * expected) {
            return AHEAD;
        }
        return 10 * have >= TENTHS_ON_TRACK * expected ? ON_TRACK : BEHIND;
    }
}
