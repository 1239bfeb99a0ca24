package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that were carried to the register together. Its id is the proof for two years. Source: vendors/dncr 4 and 5.
 *
 * @param washedAt when the register washed them; null while that is not known
 * @param clean numbers that are not listed; with {@code listed} 0 until the result is taken
 */
public record Wash(
        String id,
        State state,
        int numbers,
        Instant sentAt,
        @Nullable Instant washedAt,
        int clean,
        int listed) {

    /** A result that is older is refused: the register may say otherwise by now. */
    public static final Duration OLDEST_RESULT = Duration.ofHours(24);

    /** A wash that is not back by then is given up, so that its numbers can leave in another one. */
    public static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    /** Where a wash stands. */
    public enum State implements Vocabulary {
        /** On its way. */
        SUBMITTED,
        /** Its result was taken. */
        DONE,
        /** Given up. */
        FAILED
    }

    /** Why a result is not taken; nothing of it counts then. */
    public enum Refusal {
        UNKNOWN_WASH,
        /** Its result was taken before, or it was given up. */
        NOT_OPEN,
        /** The wash is more than 24 hours ago, not yet, or before the numbers left. */
        WRONG_TIME
    }

    public static Wash sent(String id, int numbers, Instant at) {
        return new Wash(id, State.SUBMITTED, numbers, at, null, 0, 0);
    }

    /** Why a result of this time is not taken now; null where it is. */
    public @Nullable Refusal refuses(Instant washed, Instant now) {
        if (state != State.SUBMITTED) {
            return Refusal.NOT_OPEN;
        }
        boolean tooOld = washed.isBefore(now.minus(OLDEST_RESULT)) || washed.isBefore(sentAt);
        return tooOld || washed.isAfter(now) ? Refusal.WRONG_TIME : null;
    }

    public Wash done(Instant washed, int cleanNumbers, int listedNumbers) {
        return new Wash(id, State.DONE, numbers, sentAt, washed, cleanNumbers, listedNumbers);
    }

    public Wash failed() {
        return new Wash(id, State.FAILED, numbers, sentAt, null, 0, 0);
    }
}
