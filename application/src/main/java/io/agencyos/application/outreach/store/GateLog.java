package io.agencyos.application.outreach.store;

import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What the gates said, kept for ever after. Needs an open unit of work of the tenant, as worker. Source: outreach 3.4. */
@SecondaryPort
public interface GateLog {

    /**
     * One answer.
     *
     * @param touch that was asked about; one that was put off before it was made is stored nowhere
     * @param inputsHash the same for the same facts
     */
    record Entry(
            UUID id,
            ClientId clientId,
            LeadId lead,
            TouchId touch,
            Gate gate,
            GateAnswer answer,
            String inputsHash,
            Instant at) {}

    /**
     * An answer as it is kept.
     *
     * @param code null where it passed
     * @param gateClass null for what concerned the one touch alone
     * @param until when it was to be asked again, null where no instant was known
     */
    record Kept(
            UUID id,
            TouchId touch,
            Gate gate,
            @Nullable String code,
            @Nullable GateClass gateClass,
            @Nullable Instant until,
            Instant at) {}

    /** The last answer that a reader has seen. */
    record After(Instant at, UUID id) {}

    void append(Collection<Entry> entries);

    /** The answers about a lead, newest first, after this one. */
    List<Kept> ofLead(ClientId client, LeadId lead, @Nullable After after, int limit);
}
