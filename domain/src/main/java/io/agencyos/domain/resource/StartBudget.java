package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;

/**
 * How many leads may be started on a day, and at what that number ends. Source: scoring PACE-3.
 *
 * @param starts leads, 0 or more
 * @param limitedBy the bound that is met first; of two that are equal the earlier one
 */
public record StartBudget(int starts, Limit limitedBy) {

    /** In the order in which the rule names them. */
    public enum Limit implements Vocabulary {
        /** The even share of what the period still has to start. */
        QUOTA,
        /** A day catches up to 1.2 times the even share of the whole period and no further. */
        CATCH_UP,
        /** No more leads are ready. */
        LEADS,
        /** No more e-mails may leave today once those that follow up have gone. */
        SENDERS
    }
}
