package io.agencyos.domain.resource;

import java.time.Duration;
import java.time.Instant;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What a bad episode does to a domain beside its health: too many bounces in a row of mails stop it although its month is
 * not critical, and whatever stopped it, it begins again at half of what it may. Source: flows 1.7 deliverability.
 *
 * @param bouncingSince since when it is stopped for its last mails, null while it is not
 * @param endedAt when it was last let go on after any stop, null where it never was
 */
@ValueObject
public record DomainPause(
        @Nullable Instant bouncingSince, @Nullable Instant endedAt) {

    /** A domain that nothing happened to. */
    public static final DomainPause NONE = new DomainPause(null, null);

    /** How many of a domain's last mails are looked at. */
    public static final int LAST = 200;

    private static final Duration HALVED = Duration.ofDays(3);

    /**
     * The last mails of a domain since it was let go on.
     *
     * @param sends 0 to {@link #LAST}
     * @param bounces hard ones and policy blocks
     */
    public record Recent(int sends, int bounces) {

        public static final Recent NONE = new Recent(0, 0);

        /** A twentieth or more of them came back; fewer than {@link #LAST} are left to the month's counts. */
        boolean tooMany() {
            return sends >= LAST && bounces * 20L >= sends;
        }
    }

    /** Whether a month like this may hold a bad row at all: what is not asked for costs nothing. */
    public static boolean mayBeTooMany(SendingDomain.Mail month) {
        return month.sends() >= LAST && month.bounces() * 20L >= LAST;
    }

    /** Whether it is stopped. */
    public boolean stops() {
        return bouncingSince != null;
    }

    /** Whether it is still in the days at half limit. */
    public boolean halves(Instant now) {
        return endedAt != null && now.isBefore(endedAt.plus(HALVED));
    }

    DomainPause stopped(Instant now) {
        return stops() ? this : new DomainPause(now, endedAt);
    }

    DomainPause ended(Instant now) {
        return new DomainPause(null, now);
    }
}
