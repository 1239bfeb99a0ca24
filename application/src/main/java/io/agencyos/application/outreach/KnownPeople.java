package io.agencyos.application.outreach;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Who is meant when the service names a person by its own id. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
@FunctionalInterface
public interface KnownPeople {

    /** From now on this person is the lead. */
    void remember(ClientId client, String personRef, LeadId lead, Instant at);
}
