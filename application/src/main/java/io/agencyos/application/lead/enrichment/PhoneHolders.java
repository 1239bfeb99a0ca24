package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.List;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Who has a telephone number; several people may share one. Source: outreach 9.5, 6.2. */
@SecondaryPort
public interface PhoneHolders {

    /** A client's leads with this number, the oldest first. Needs an open unit of work of the tenant. */
    List<Lead> leads(ClientId client, PhoneNumber number);

    /** The pool's people with this number. For platform units and for the product's own work. */
    Set<PoolPersonId> people(PhoneNumber number);
}
