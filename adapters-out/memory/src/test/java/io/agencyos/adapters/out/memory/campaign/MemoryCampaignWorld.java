package io.agencyos.adapters.out.memory.campaign;

import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.outreach.MemoryOutreach;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.resource.SendingChannels;
import java.util.UUID;

/** The ports of the use cases of campaigns on one unit of work. */
final class MemoryCampaignWorld {

    final MemoryOutreach stores = new MemoryOutreach();
    final MemoryEvents events = new MemoryEvents(stores.units);
    final MemoryMailboxes mailboxes = new MemoryMailboxes(stores.units);
    final CampaignPorts ports = new CampaignPorts(
            stores.clients,
            new MemoryCredits(stores.units, UUID::randomUUID),
            stores.campaigns,
            stores.stores.enrolments(),
            stores.consents,
            SendingChannels.ofMailboxes(mailboxes),
            stores.stores.touches()::inFlight,
            (client, campaign) -> 0,
            (client, campaign) -> 0,
            events,
            new MemoryAudit(stores.units),
            () -> true);
}
