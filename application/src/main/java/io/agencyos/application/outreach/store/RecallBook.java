package io.agencyos.application.outreach.store;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What a vendor accepted and may still do, and which of it was asked back. Needs an open unit of work of the tenant, as
 * worker. Source: outreach 4.3 T7, salesforge 5, vapi 7.
 */
@SecondaryPort
public interface RecallBook {

    /** Where a recall stands. */
    enum State implements Vocabulary {
        /** The vendor could not be asked; asked again when it is due. */
        ASKED,
        /** Nothing is left to ask. */
        SETTLED
    }

    /**
     * How far back it is looked.
     *
     * @param mails runs that ended since then, and e-mails of answered runs accepted since then
     * @param calls calls accepted since then
     */
    record Since(Instant mails, Instant calls) {}

    /**
     * Touches that a vendor accepted and that are not settled here, oldest first: the newest e-mail of each run that was
     * stopped, or completed with a lead that opted out, the outreach e-mails of each run that was answered or converted, and every call without a report.
     */
    List<TouchId> due(ClientId client, Since since, Instant now, int limit);

    /** Writes where the recalls of these touches stand, all at once. */
    void put(ClientId client, Collection<TouchId> touches, State state, Instant dueAt);
}
