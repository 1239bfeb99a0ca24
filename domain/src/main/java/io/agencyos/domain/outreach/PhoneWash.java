package io.agencyos.domain.outreach;

import io.agencyos.domain.outreach.gate.GateFacts.Address.Register;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a number in the Do Not Call Register, and what is under way. One wash serves every client, for the answer
 * belongs to the number. Source: outreach 3.3 check 23 and 6.5, vendors/dncr 1 and 3.
 *
 * @param neededAt when it is needed first; null where nobody waits for it
 * @param outIn the wash that carries it now, null for none
 * @param failures tries without a word about it since the last answer, 0 to {@value #MOST_FAILURES}
 * @param invalidUntil until when it is not submitted again, since the register called it invalid
 */
public record PhoneWash(
        PhoneNumber number,
        DoNotCallStanding standing,
        @Nullable Instant neededAt,
        @Nullable String outIn,
        int failures,
        @Nullable LocalDate invalidUntil) {

    /** From this age on, in days, a number is washed again, so that it never gets too old to be called. */
    public static final int AGAIN_DAYS = 21;

    /** So many tries without an answer close voice and texts for the step. */
    public static final int MOST_FAILURES = 4;

    private static final int INVALID_DAYS = 90;
    private static final String WASHABLE = "\\+61([234578]\\d{8}|1[38]00\\d{6})";

    /** What the register can say of a number that was submitted. */
    public enum Answer {
        LISTED,
        CLEAN,
        /** No such number. */
        INVALID
    }

    public PhoneWash {
        if (failures < 0 || failures > MOST_FAILURES) {
            throw new IllegalArgumentException("failures from 0 to " + MOST_FAILURES);
        }
    }

    /** Of a number of which nothing is known. */
    public static PhoneWash never(PhoneNumber number) {
        return new PhoneWash(number, new DoNotCallStanding.Unknown(), null, null, 0, null);
    }

    /** Whether the register takes such a number: Australian, and not of six digits. */
    public static boolean isWashable(PhoneNumber number) {
        return number.e164().matches(WASHABLE);
    }

    /**
     * What check 23 reads. Without a fresh answer the touch waits for a wash; where none can come, or four tries brought
     * none, it does not wait any longer.
     *
     * @param callDate the recipient's date of the call or text
     * @param expressConsent to be called, valid on that day
     */
    public Register on(LocalDate callDate, boolean expressConsent) {
        if (!number.isAustralian()) {
            return Register.NOT_APPLICABLE;
        }
        Register said = standing.on(callDate, expressConsent);
        if (said == Register.CLEAN || said == Register.LISTED) {
            return said;
        }
        return isHopeless(callDate) ? Register.UNAVAILABLE : Register.STALE;
    }

    private boolean isHopeless(LocalDate today) {
        return !isWashable(number) || failures >= MOST_FAILURES || isInvalid(today);
    }

    private boolean isInvalid(LocalDate today) {
        return invalidUntil != null && invalidUntil.isAfter(today);
    }

    /** Whether it may go into the next wash: somebody waits, and it is neither out already nor known to be invalid. */
    public boolean isDue(LocalDate today) {
        return neededAt != null && outIn == null && isWashable(number) && !isInvalid(today);
    }

    /** Somebody needs it then; an earlier need stays. */
    public PhoneWash needed(Instant at) {
        Instant first = neededAt == null || at.isBefore(neededAt) ? at : neededAt;
        return new PhoneWash(number, standing, first, outIn, failures, invalidUntil);
    }

    /** It left in this wash. */
    public PhoneWash out(String washId) {
        return new PhoneWash(number, standing, neededAt, washId, failures, invalidUntil);
    }

    /** A try is over without an answer. */
    public PhoneWash missed() {
        return new PhoneWash(number, standing, neededAt, outIn, Math.min(MOST_FAILURES, failures + 1), invalidUntil);
    }

    /** Its wash came back and does not name it, or never came back. */
    public PhoneWash unanswered() {
        return new PhoneWash(number, standing, neededAt, null, failures, invalidUntil).missed();
    }

    /**
     * Its wash came back.
     *
     * @param washedOn Sydney's date of the wash
     */
    public PhoneWash answered(Answer answer, LocalDate washedOn, String washId) {
        return switch (answer) {
            case LISTED -> settled(new DoNotCallStanding.Listed(washedOn, washId), null);
            case CLEAN -> settled(new DoNotCallStanding.Clean(washedOn, washId), null);
            case INVALID -> settled(new DoNotCallStanding.Unknown(), washedOn.plusDays(INVALID_DAYS));
        };
    }

    private PhoneWash settled(DoNotCallStanding now, @Nullable LocalDate invalid) {
        return new PhoneWash(number, now, null, null, 0, invalid);
    }

    public DncrState state() {
        return switch (standing) {
            case DoNotCallStanding.Unknown unknown -> DncrState.UNKNOWN;
            case DoNotCallStanding.Clean clean -> DncrState.CLEAN;
            case DoNotCallStanding.Listed listed -> DncrState.LISTED;
        };
    }

    /** Whether this answer closed a number that was open before. */
    public boolean newlyListed(PhoneWash before) {
        return state() == DncrState.LISTED && before.state() != DncrState.LISTED;
    }

    /** Whether this answer opened a number that was closed before. */
    public boolean newlyClean(PhoneWash before) {
        return state() == DncrState.CLEAN && before.state() == DncrState.LISTED;
    }
}
