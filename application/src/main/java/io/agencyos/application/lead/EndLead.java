package io.agencyos.application.lead;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;

/**
 * What ends with a lead that is taken away: its outreach first, then the hold on its person. Works inside the caller's
 * unit of work (worker scope). Source: scoring POOL-9, outreach 2.6.
 */
@FunctionalInterface
public interface EndLead {

    void end(ClientId client, LeadId lead);
}
