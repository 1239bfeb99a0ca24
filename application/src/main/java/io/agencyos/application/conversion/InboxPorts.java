package io.agencyos.application.conversion;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.platform.Audit;

/** What people read of the conversation with their leads. */
public record InboxPorts(
        Replies replies,
        Threads threads,
        TaskBoard tasks,
        Timeline timeline,
        Touches touches,
        Leads leads,
        Campaigns campaigns,
        Audit audit) {}
