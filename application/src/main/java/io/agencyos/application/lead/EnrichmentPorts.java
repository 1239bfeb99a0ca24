package io.agencyos.application.lead;

import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.platform.Events;

/**
 * What completing leads needs beside the stores of leads.
 *
 * @param freshness when a lead was completed last, for the daily refresh
 */
public record EnrichmentPorts(
        LeadPorts leads,
        Enrichments enrichments,
        LeadFreshness freshness,
        PeopleSources sources,
        Credits credits,
        ScoreLeads scoring,
        DeepGate deep,
        Events events) {}
