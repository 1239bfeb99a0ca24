package io.agencyos.application.lead.enrichment;

import io.agencyos.application.campaign.enrolment.TakeUpLeads;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.usage.VendorMeter;

/**
 * What completing leads needs beside the stores of leads.
 *
 * @param freshness when a lead was completed last, for the daily refresh
 * @param meter how many of a vendor's credits a client may use
 * @param outreach ends what is under way with a lead that is another one, too
 * @param takeUp has those enrolled whom their campaign did not want before
 */
public record EnrichmentPorts(
        LeadPorts leads,
        Enrichments enrichments,
        LeadFreshness freshness,
        PeopleSources sources,
        Credits credits,
        ScoreLeads scoring,
        DeepGate deep,
        Events events,
        VendorMeter meter,
        EndOutreach outreach,
        TakeUpLeads takeUp) {}
