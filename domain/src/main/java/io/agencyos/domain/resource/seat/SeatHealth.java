package io.agencyos.domain.resource.seat;

import io.agencyos.domain.shared.Vocabulary;

/**
 * How a seat's invitations are taken, and what it may do therefore. Source: scoring RES-13.
 *
 * @param requested invitations of 3 to 10 days ago, a week that had time to answer
 * @param accepted those of them that were accepted
 * @param pending invitations that nobody has answered, of any age
 * @param attempted invitations tried in the last three days
 * @param sent those of them that went out
 */
public record SeatHealth(int requested, int accepted, int pending, int attempted, int sent) {

    /** The most invitations of a day. */
    public static final int MOST = 20;

    private static final int SAMPLE = 20;
    private static final int MANY_PENDING = 50;
    private static final int TOO_MANY_PENDING = 80;
    private static final int SUSPICIOUS = 5;

    /** How good or bad it is. */
    public enum Level implements Vocabulary {
        GOOD,
        WARNING,
        CRITICAL
    }

    /** Invitations a day by the accept rate: under 20 % ten, under 30 % fifteen; fewer than twenty say nothing. */
    public int limit() {
        return switch (acceptance()) {
            case CRITICAL -> 10;
            case WARNING -> 15;
            case GOOD -> MOST;
        };
    }

    /** By the accept rate; equality is the better class. */
    public Level acceptance() {
        if (requested < SAMPLE || accepted * 10 >= requested * 3) {
            return Level.GOOD;
        }
        return accepted * 5 < requested ? Level.CRITICAL : Level.WARNING;
    }

    /** By what nobody has answered: more than 50 a warning, more than 80 critical. */
    public Level backlog() {
        if (pending > TOO_MANY_PENDING) {
            return Level.CRITICAL;
        }
        return pending > MANY_PENDING ? Level.WARNING : Level.GOOD;
    }

    /** Code {@code possible_restriction}: several were tried and none went out; an idle seat is not suspicious. */
    public boolean possiblyRestricted() {
        return attempted >= SUSPICIOUS && sent == 0;
    }
}
