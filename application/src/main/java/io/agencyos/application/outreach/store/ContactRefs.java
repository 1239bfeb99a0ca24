package io.agencyos.application.outreach.store;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Under which names vendors know a client's leads: a member id, a chat, another number from which a lead once answered.
 * Needs an open unit of work of the tenant, as worker. Source: outreach 15 correlation, content 4.1.
 */
@SecondaryPort
public interface ContactRefs {

    /** Whom the name stands for. */
    Optional<LeadId> lead(ClientId client, Channel channel, String ref);

    /** From now on the name stands for this lead; the first lead that was told keeps it. */
    void remember(ClientId client, Channel channel, String ref, LeadId lead, Instant at);
}
