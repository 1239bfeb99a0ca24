package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.out.memory.allocation.MemoryLeadFreshness;
import io.agencyos.adapters.out.memory.lead.MemoryEnrichments;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.lead.enrichment.EnrichLeads;
import io.agencyos.application.lead.enrichment.EnrichLeadsService;
import io.agencyos.application.lead.enrichment.EnrichmentPorts;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.application.lead.enrichment.LeadEnrichment;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.domain.campaign.enrolment.StopReason;

/** What completes leads, in memory. */
public final class EnrichmentInMemory {

    public final EnrichLeads enrich;
    private final Enrichments enrichments;
    private final MemoryWorld world;

    public EnrichmentInMemory(MemoryWorld world, AllocationScenario pool, PeopleSources sources) {
        this.world = world;
        AllocationScenario.Stores on = pool.on();
        enrichments = new MemoryEnrichments(world.units, world.leads, world.people);
        enrich = new EnrichLeadsService(
                new EnrichmentPorts(
                        on.world().leads(),
                        enrichments,
                        new MemoryLeadFreshness(
                                world.units,
                                on.world().campaigns(),
                                on.outreach().enrolments()),
                        sources,
                        on.credits(),
                        pool.scoring().scoreLeads(),
                        pool.scoring().deepGate(),
                        world.events,
                        on.world().meter(),
                        (client, lead) ->
                                pool.outreach().stopOutreach().stop(client, lead, StopReason.Plain.NOT_ASSIGNED),
                        pool.outreach().takeUpLeads()),
                PublishedSuffixes.identityKeys().freeMail(),
                world.units,
                pool::now,
                world.ids);
    }

    public Flow<?> flow() {
        return LeadEnrichment.flow(enrich, enrichments, ChosenLeads.of(world.leadQueries), world.units);
    }
}
