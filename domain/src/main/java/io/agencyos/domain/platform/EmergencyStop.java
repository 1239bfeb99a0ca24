package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.EmergencyStopId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The platform's kill switch: no touch of the whole platform, of one channel or by one vendor may leave while it is on.
 * What it blocks is held, not lost. Where there are several admins, it takes two of them to release it. Source: outreach
 * 1.5, 19.12, api 9.17.
 *
 * @param value the channel's or the vendor's name, null for the whole platform
 * @param releaseRequestedBy who asked first for its end, null where nobody did or the only admin released it
 */
@AggregateRoot
public record EmergencyStop(
        @Identity EmergencyStopId id,
        Scope scope,
        @Nullable String value,
        String reason,
        UserId setBy,
        Instant setAt,
        @Nullable UserId releaseRequestedBy,
        @Nullable Instant releaseRequestedAt,
        @Nullable UserId releasedBy,
        @Nullable Instant releasedAt,
        int version) {

    /** What a stop stops. */
    public enum Scope implements Vocabulary {
        PLATFORM,
        CHANNEL,
        VENDOR,
        /**
         * The database is a backup's, older than what was sent: whatever comes up is asked about at its vendor before it may leave.
         * Its value is the instant since which nothing is known. Source: outreach 4.6 row 13.
         */
        RESTORED
    }

    public EmergencyStop {
        if ((scope == Scope.PLATFORM) != (value == null)) {
            throw new IllegalArgumentException("the platform is stopped as a whole, everything else by its name");
        }
    }

    /** One that is on from now on. */
    public static EmergencyStop set(
            EmergencyStopId id, Scope scope, @Nullable String value, String reason, UserId by, Instant now) {
        return new EmergencyStop(id, scope, value, reason, by, now, null, null, null, null, 0);
    }

    public boolean isOn() {
        return releasedAt == null;
    }

    /**
     * An admin wants it to end: the only one there is ends it at once, of several the second one does. The same again
     * changes nothing.
     *
     * @param admins how many people may release it
     */
    public EmergencyStop release(UserId by, int admins, Instant now) {
        if (!isOn()) {
            return this;
        }
        if (admins <= 1) {
            return new EmergencyStop(id, scope, value, reason, setBy, setAt, null, null, by, now, version);
        }
        if (releaseRequestedBy == null) {
            return new EmergencyStop(id, scope, value, reason, setBy, setAt, by, now, null, null, version);
        }
        return releaseRequestedBy.equals(by)
                ? this
                : new EmergencyStop(
                        id,
                        scope,
                        value,
                        reason,
                        setBy,
                        setAt,
                        releaseRequestedBy,
                        releaseRequestedAt,
                        by,
                        now,
                        version);
    }
}
