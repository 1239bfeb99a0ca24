package io.agencyos.domain.outreach.call;

import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a call may be, and what it is expected to cost. Source: outreach 10.1, 10.7, vapi 3, 5.
 *
 * @param longestSeconds {@value #LEAST_SECONDS} to {@value #MOST_SECONDS}
 * @param audPerUsd Australian dollars for an American one, in which calls are billed
 */
public record CallTerms(int longestSeconds, BigDecimal audPerUsd) {

    public static final int LEAST_SECONDS = 60;

    public static final int MOST_SECONDS = 600;

    /** Where nobody said how long. */
    public static final int USUAL_SECONDS = 300;

    /** How many calls the price of a minute is the average of; until there are so many, the catalogue's counts. */
    public static final int AVERAGED = 100;

    /** In which the report of a call that has ended comes. */
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(15);

    /** How long it may ring before somebody talks. */
    private static final Duration RINGING = Duration.ofMinutes(1);

    public CallTerms {
        if (longestSeconds < LEAST_SECONDS || longestSeconds > MOST_SECONDS) {
            throw new IllegalArgumentException("a call of " + longestSeconds + " seconds");
        }
        if (audPerUsd.signum() <= 0) {
            throw new IllegalArgumentException("a rate of " + audPerUsd);
        }
    }

    /**
     * What a client's newest calls were.
     *
     * @param calls at most {@link #AVERAGED}
     * @param minutes begun in all of them
     */
    public record Lately(int calls, int minutes, BigDecimal costUsd) {

        public static final Lately NONE = new Lately(0, 0, BigDecimal.ZERO);

        public Lately and(Lately others) {
            return new Lately(calls + others.calls, minutes + others.minutes, costUsd.add(others.costUsd));
        }
    }

    /** Begun minutes, as they are billed; none where nobody talked. */
    public static int minutes(long seconds) {
        return Math.toIntExact(Math.ceilDiv(seconds, 60L));
    }

    /** Of a call that is as long as it may be. */
    public int mostMinutes() {
        return minutes(longestSeconds);
    }

    /**
     * How long a call may be that begins then: as long as any, and not beyond the end of its window, with the ringing before it.
     * A call begins six minutes before that end at the latest, so that five are always left. Source: outreach 10.4.
     *
     * @param closes when its window ends, empty where none holds it
     */
    public int longestSeconds(Instant begins, Optional<Instant> closes) {
        return closes.map(end -> Duration.between(begins, end).minus(RINGING).toSeconds())
                .map(left -> Math.toIntExact(Math.clamp(left, LEAST_SECONDS, longestSeconds)))
                .orElse(longestSeconds);
    }

    /** Until a call that was accepted is over, with the ringing before it. */
    public Duration longest() {
        return Duration.ofSeconds(longestSeconds).plus(RINGING);
    }

    /** From then on after it was accepted, a call of which nothing was told is asked for, and ended. */
    public Duration overdue() {
        return Duration.ofSeconds(longestSeconds).plus(TOLD_WITHIN);
    }

    /** Whether a call went on beyond that: it was not ended when it was to. */
    public boolean overran(Instant accepted, Instant ended) {
        return !ended.isBefore(accepted.plus(overdue()));
    }

    /** What a begun minute is expected to cost. */
    public MicroAud perMinute(Lately lately) {
        return lately.calls() < AVERAGED || lately.minutes() == 0
                ? MeteredUnit.MINUTE.usualPrice()
                : MicroAud.ofUsd(lately.costUsd(), audPerUsd).dividedBy(lately.minutes());
    }
}
