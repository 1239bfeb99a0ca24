package io.agencyos.application.resource;

import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The numbers that a client calls and texts from. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface SendingNumbers {

    /** By number. */
    List<SendingNumber> ofClient(ClientId client);

    /** Remembers when these numbers were used last; an earlier instant than the known one changes nothing. */
    void markUsed(ClientId client, Collection<ResourceId> ids, Instant at);
}
