package io.agencyos.application.resource;

import io.agencyos.domain.resource.DomainProof;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What is known of the records of a client's sending domains. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface DomainProofs {

    /** By name. */
    List<DomainProof> ofClient(ClientId client);

    /** Writes what was seen; the domain's mailboxes stand so from then on. A domain that the client has no more is left. */
    void write(ClientId client, DomainProof proof, Instant at);
}
