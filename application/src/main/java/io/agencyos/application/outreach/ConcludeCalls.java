package io.agencyos.application.outreach;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * What follows when a call has ended: it is kept, once, and where it reached nobody it is made again by rule. Works inside the
 * caller's unit of work (worker scope). Source: outreach 10.6, 10.7.
 */
@PrimaryPort
public interface ConcludeCalls {

    /**
     * A call that ended.
     *
     * @param ref the vendor's name for the call
     */
    record Ended(String vendor, String ref, Instant at, CallReport report) {}

    /**
     * Proves the touch, keeps the call, remembers its recording, and plans the next dial where there is one. What a person said
     * is the caller's to read and to act upon.
     *
     * @return false where this call was told before or belongs to no call of ours; nothing is done then
     */
    boolean concluded(ClientId client, TouchId touch, Ended ended);

    /** What a conversation came to, as it was understood; a call that is not known changes nothing. */
    void cameTo(ClientId client, String vendor, String ref, CallResult result);

    /**
     * When somebody who asked in a call for another is called: at that time where the law allows a call, else at the next at
     * which it does. Empty where the assistant calls nobody again: the run is over or at its end, or was dialled often enough.
     * Source: outreach 10.6.
     */
    Optional<Instant> calledAgain(ClientId client, Lead lead, Instant wanted);

    /** Nobody told what became of the call within a day. */
    boolean untold(ClientId client, TouchId touch, String vendor, String ref, Instant at);
}
