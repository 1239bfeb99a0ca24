package io.agencyos.domain.outreach;

import io.agencyos.domain.outreach.gate.GateFacts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the Do Not Call Register said of a number, and when. A wash protects for 30 days that end on the day of the call;
 * we rely on it for 27. Nothing known is never "not listed". Source: outreach 6.5.
 */
public sealed interface DoNotCallStanding {

    /** The oldest wash that is relied on, in days between wash and call. */
    int OLDEST_DAYS = 27;

    /** Never washed, or the answer did not say. */
    record Unknown() implements DoNotCallStanding {}

    /** @param washedOn Sydney's date of the wash */
    record Clean(LocalDate washedOn, String washId) implements DoNotCallStanding {}

    /** @param washedOn Sydney's date of the wash */
    record Listed(LocalDate washedOn, String washId) implements DoNotCallStanding {}

    /**
     * Whether a call or text on this day is lawful as far as the register goes.
     *
     * @param expressConsent to be called, still valid on that day
     */
    default GateFacts.Address.Register on(LocalDate callDate, boolean expressConsent) {
        return switch (this) {
            case Unknown unknown -> GateFacts.Address.Register.UNAVAILABLE;
            case Clean clean ->
                fresh(clean.washedOn(), callDate) ? GateFacts.Address.Register.CLEAN : GateFacts.Address.Register.STALE;
            case Listed listed -> expressConsent ? GateFacts.Address.Register.CLEAN : GateFacts.Address.Register.LISTED;
        };
    }

    private static boolean fresh(LocalDate washedOn, LocalDate callDate) {
        long age = ChronoUnit.DAYS.between(washedOn, callDate);
        return age >= 0 && age <= OLDEST_DAYS;
    }
}
