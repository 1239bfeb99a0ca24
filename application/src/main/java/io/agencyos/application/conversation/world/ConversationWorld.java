package io.agencyos.application.conversation.world;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.AcceptEvidence;
import io.agencyos.application.outreach.AdaptSteps;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.platform.Events;
import io.agencyos.application.resource.JudgeDomains;
import io.agencyos.application.resource.seat.HearSeats;
import io.agencyos.domain.shared.contact.FreeMailDomains;

/** What other contexts keep and do that a reply changes. */
public record ConversationWorld(
        LeadPorts leads,
        Activities activities,
        Events events,
        Clients clients,
        Campaigns campaigns,
        Enrolments enrolments,
        StopOutreach stop,
        AcceptEvidence evidence,
        AdaptSteps adapt,
        JudgeDomains domains,
        HearSeats seats,
        ChannelWorld channels,
        FreeMailDomains freeMail) {

    /** Where nobody has added to the free-mail domains that are shipped. */
    public ConversationWorld(
            LeadPorts leads,
            Activities activities,
            Events events,
            Clients clients,
            Campaigns campaigns,
            Enrolments enrolments,
            StopOutreach stop,
            AcceptEvidence evidence,
            AdaptSteps adapt,
            JudgeDomains domains,
            HearSeats seats,
            ChannelWorld channels) {
        this(
                leads,
                activities,
                events,
                clients,
                campaigns,
                enrolments,
                stop,
                evidence,
                adapt,
                domains,
                seats,
                channels,
                FreeMailDomains.standard());
    }
}
