package io.agencyos.domain.outreach;

import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.TouchKind;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * How many people of one company hear from a client, so that colleagues do not compare notes on the same morning. Source:
 * outreach 19.2.
 *
 * @param aDay people of one company on one day of the client, 1 or more
 * @param anHour of them on one channel within a clock hour, 1 or more
 */
@ValueObject
public record Courtesy(int aDay, int anHour) {

    /** Two on a day, one in an hour of a channel. */
    public static final Courtesy TWO_A_DAY = new Courtesy(2, 1);

    /** For clocks that are moved by hours at once: everybody hears when their step is due. */
    public static final Courtesy NONE = new Courtesy(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public Courtesy {
        if (aDay < 1 || anHour < 1) {
            throw new IllegalArgumentException(
                    "nobody could be written to: " + aDay + " a day, " + anHour + " an hour");
        }
    }

    /** Whether anything is watched at all. */
    public boolean watches() {
        return !equals(NONE);
    }

    /**
     * Whether a touch brings one more person of a company into contact: an answer is the lead's own wish, a redial reaches
     * whom the call before it was for, and a look at a profile reaches nobody.
     */
    public boolean counts(Touch touch) {
        return watches()
                && touch.kind() != TouchKind.LI_VIEW
                && touch.origin() != TouchOrigin.REPLY
                && touch.origin() != TouchOrigin.RETRY;
    }

    /** Whether it may be held back for that; what a person sends by hand counts, but never waits. */
    public boolean holds(Touch touch) {
        return counts(touch) && touch.origin() != TouchOrigin.MANUAL;
    }
}
