package io.agencyos.application.outreach.engine;

import io.agencyos.domain.outreach.gate.GateFacts;
import org.jspecify.annotations.Nullable;

/** What is known of the contact points of a batch of touches on one channel. */
@FunctionalInterface
public interface ContactFacts {

    /**
     * The contact point of one of them.
     *
     * @param situation null where the lead is gone
     * @param consent whether a basis is on file for this channel
     */
    GateFacts.Address of(TouchCase one, LeadSituations.@Nullable Situation situation, boolean consent);

    /** Whether its step has to be carried out as another kind by now. Source: outreach 11.4. */
    default boolean superseded(TouchCase one) {
        return false;
    }

    /** Whether an earlier invitation of this lead is too recent for another. Source: outreach 11.4. */
    default boolean inviteCooldown(TouchCase one) {
        return false;
    }
}
