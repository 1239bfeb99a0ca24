package io.agencyos.bootstrap.simulate;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.ConsentDeclarations;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.store.DueWork;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.Tasks;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.application.scoring.store.BuyerLookup;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.UnitOfWork;

/** Everything that a world keeps, in memory or on PostgreSQL; closing it leaves nothing behind. */
record WorldStores(
        UnitOfWork units,
        Clients clients,
        Users users,
        Credits credits,
        Campaigns campaigns,
        ConsentDeclarations declarations,
        LeadPorts leads,
        Scoring scoring,
        MailboxRepository mailboxes,
        SendingDomains domains,
        Breakers breakers,
        OutreachStores outreach,
        DueWork dueWork,
        Activities activities,
        Events events,
        Audit audit,
        Tasks tasks,
        ConversationStores conversation,
        WorldChannels channels,
        VendorObjects objects,
        Runnable onClose)
        implements AutoCloseable {

    /** By what leads are scored. */
    record Scoring(LeadScores scores, WeightSets weights, ScoringChoices choices, BuyerLookup buyers) {}

    @Override
    public void close() {
        onClose.run();
    }
}
