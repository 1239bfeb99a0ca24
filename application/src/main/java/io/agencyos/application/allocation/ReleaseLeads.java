package io.agencyos.application.allocation;

import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;

/**
 * Gives the people behind leads back to the pool, when a lead is deleted, rejected, suppressed or done with. Works inside
 * the caller's unit of work (worker scope); the caller has stopped outreach before and decides what becomes of the lead
 * itself. People that the client has converted stay its own. Source: scoring POOL-9, POOL-5.
 */
public interface ReleaseLeads {

    /** @return how many were let go; leads without a live claim of this client count nothing */
    int release(ClientId client, Collection<LeadId> leads, ReleaseReason reason);
}
