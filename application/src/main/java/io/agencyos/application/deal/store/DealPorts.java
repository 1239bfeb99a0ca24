package io.agencyos.application.deal.store;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;

/** What meetings and deals stand on: their own stores, those of the leads and conversations they end, and where they are told of. */
public record DealPorts(
        Meetings meetings,
        BookingTouches touches,
        MeetingOutcomes outcomes,
        Deals deals,
        DealOutcomes sales,
        Customers customers,
        Clients clients,
        Leads leads,
        PoolPeople people,
        Campaigns campaigns,
        Threads threads,
        TaskBoard tasks,
        Activities activities,
        Events events,
        Audit audit,
        CreditTime credits) {

    /** The same, with credit given within another time. */
    public DealPorts crediting(CreditTime others) {
        return new DealPorts(
                meetings,
                touches,
                outcomes,
                deals,
                sales,
                customers,
                clients,
                leads,
                people,
                campaigns,
                threads,
                tasks,
                activities,
                events,
                audit,
                others);
    }
}
