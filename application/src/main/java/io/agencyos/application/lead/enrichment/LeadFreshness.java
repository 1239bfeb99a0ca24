package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** When leads were last looked up. Needs a tenant's unit of work, as worker. Source: scoring POOL-13. */
@SecondaryPort
public interface LeadFreshness {

    /**
     * Leads in a sequence that are due before an instant, that are stale and were not looked up lately: those never
     * enriched first, then the oldest, ties by id.
     */
    List<LeadId> staleAndDue(ClientId client, Instant now, Instant dueBefore, int limit);

    /** These were completed. */
    void refreshed(ClientId client, Collection<LeadId> leads, Instant at);

    /** For these nothing was found. */
    void attempted(ClientId client, Collection<LeadId> leads, Instant at);
}
