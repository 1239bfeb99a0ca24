package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * When it was last looked what leads write on LinkedIn. Needs a tenant's unit of work, as worker. Source: content 1.10, flows 2.6 stages 2
 * and 3.
 */
@SecondaryPort
public interface ProfileReads {

    /**
     * Leads with a person's page in a sequence that are due before an instant and were not read since another: whoever is due first comes
     * first, ties by id.
     */
    List<LeadId> due(ClientId client, Instant dueBefore, Instant readBefore, int limit);

    /** These were looked at, whatever was found. */
    void read(ClientId client, Collection<LeadId> leads, Instant at);
}
