package io.agencyos.application.outreach;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside said something that proves a touch was accepted: a delivery, an opening, a bounce. Works inside the
 * caller's unit of work (worker scope). Source: outreach 4.5.
 */
public interface AcceptEvidence {

    /**
     * The touch counts as sent from now on, whatever its call came to. Repeating changes nothing.
     *
     * @param vendorRef the vendor's reference if the event carries one
     * @param at when the vendor says that it was sent, or when the event happened
     */
    void accepted(ClientId client, TouchId touch, @Nullable String vendorRef, Instant at);
}
