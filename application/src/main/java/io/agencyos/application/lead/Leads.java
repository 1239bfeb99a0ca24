package io.agencyos.application.lead;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** A tenant's leads. Needs an open unit of work of that tenant. Deleted leads are not found. */
@SecondaryPort
public interface Leads {

    Optional<Lead> find(ClientId client, LeadId id);

    /** Every lead of these ids that exists, in no particular order. */
    List<Lead> findAll(ClientId client, Collection<LeadId> ids);

    /** The lead with its row locked until the unit of work ends. Take the enrolment's lock first. */
    Optional<Lead> findForUpdate(ClientId client, LeadId id);

    void insertAll(Collection<Lead> leads);

    /** Writes the lead where its version is unchanged, else {@code ConcurrentUpdate}; answers the new version. */
    Lead update(Lead lead);
}
