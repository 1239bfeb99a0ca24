package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;

/** Ends what is under way with a lead that turned out to be another one. Works inside the caller's unit of work. */
@FunctionalInterface
public interface EndOutreach {

    void end(ClientId client, LeadId lead);
}
