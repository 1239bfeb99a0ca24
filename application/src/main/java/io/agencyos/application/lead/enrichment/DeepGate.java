package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.DeepEnrichmentGate;

/** Whether a lead is worth the dearest research. Works inside the caller's unit of work. Source: scoring TIER-3. */
@FunctionalInterface
public interface DeepGate {

    DeepEnrichmentGate.Decision decide(Lead lead, DeepEnrichmentGate.Profile profile);
}
