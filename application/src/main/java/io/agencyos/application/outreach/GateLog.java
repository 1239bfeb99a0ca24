package io.agencyos.application.outreach;

import io.agencyos.domain.outreach.Gate;
import io.agencyos.domain.outreach.GateAnswer;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What the gates said, kept for ever after. Needs an open unit of work of the tenant, as worker. Source: outreach 3.4. */
@SecondaryPort
public interface GateLog {

    /**
     * One answer.
     *
     * @param inputsHash the same for the same facts
     */
    record Entry(
            UUID id, ClientId clientId, TouchId touch, Gate gate, GateAnswer answer, String inputsHash, Instant at) {}

    void append(Collection<Entry> entries);

    /** The newest answers about a touch, newest first, as {@code gate code} pairs with {@code pass} for none. */
    List<String> newest(ClientId client, TouchId touch, int limit);
}
