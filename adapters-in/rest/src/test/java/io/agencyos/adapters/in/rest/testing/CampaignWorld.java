package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemoryConsentBasis;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.application.campaign.CampaignPorts;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.client.ClientPorts;
import io.agencyos.application.client.ClientSetUpUseCases;
import io.agencyos.application.resource.ResourcePorts;
import io.agencyos.application.resource.ResourceUseCases;
import java.util.Optional;
import java.util.Set;

/** Campaigns and what they stand on, in memory, on the stores that every test of routes has. */
public final class CampaignWorld {

    public final MemoryLeads leads;
    public final MemoryTouches touches;
    public final MemoryEnrolments enrolments;
    public final MemoryMailboxes mailboxes;
    public final MemoryConsentBasis consents;
    public final CampaignUseCases campaigns;
    public final ClientSetUpUseCases clients;
    public final ResourceUseCases resources;

    public CampaignWorld(MemoryWorld on) {
        leads = new MemoryLeads(on.units);
        touches = new MemoryTouches(on.units, leads);
        enrolments = new MemoryEnrolments(on.units, on.campaigns, leads, touches);
        mailboxes = new MemoryMailboxes(on.units);
        consents = new MemoryConsentBasis(on.units);
        CampaignPorts ports = new CampaignPorts(
                on.clients,
                on.credits,
                on.campaigns,
                enrolments,
                consents,
                mailboxes,
                touches::inFlight,
                (client, campaign) -> 0,
                on.events,
                on.audit,
                () -> true);
        campaigns = new CampaignUseCases(ports, on.units, on.clock, on.ids);
        clients = new ClientSetUpUseCases(
                new ClientPorts(on.clients, on.credits, on.events, on.audit), on.units, on.clock, on.ids);
        resources = new ResourceUseCases(
                new ResourcePorts(mailboxes, Set.of("smtp"), vendor -> Optional.empty(), on.events, on.audit),
                on.units,
                on.clock,
                on.ids);
    }
}
