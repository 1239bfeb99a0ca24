package io.agencyos.application.outreach.store;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * The calls that were begun, each with its token, and what became of them. A call without an outcome is one whose process
 * died: possibly accepted. Needs an open unit of work of the tenant, as worker. Source: outreach 4.2, I1.
 */
@SecondaryPort
public interface CallLog {

    /** How a call ended. */
    enum Outcome implements Vocabulary {
        ACCEPTED,
        REJECTED,
        NOT_ACCEPTED,
        AMBIGUOUS
    }

    /** A call about to be made. {@code requestHash} tells equal requests from different ones. */
    record Call(
            UUID id,
            ClientId clientId,
            TouchId touch,
            UUID token,
            String vendor,
            String operation,
            String requestHash,
            Instant startedAt) {}

    void begin(Collection<Call> calls);

    /**
     * What a call ended with.
     *
     * @param asked whether the vendor was there and asked to wait, or wants its account mended: no try is used up
     */
    record Ended(TouchId touch, UUID token, Outcome outcome, boolean asked) {

        public Ended(TouchId touch, UUID token, Outcome outcome) {
            this(touch, token, outcome, false);
        }
    }

    /** Fills in the outcome of each once; a later word about the same call changes nothing. */
    void end(ClientId client, Collection<Ended> ended, Instant at);

    /** When the first call of each of these touches was begun; touches without a call are left out. */
    Map<TouchId, Instant> firstBegun(ClientId client, Collection<TouchId> touches);

    /** Calls of these touches that reached nobody; those of vendors that asked to wait are no tries. Source: outreach 4.7. */
    Map<TouchId, Integer> triesUsed(ClientId client, Collection<TouchId> touches);

    /** Calls of a touch that may have been accepted: accepted, ambiguous or never ended. */
    int possiblyAccepted(ClientId client, TouchId touch);
}
