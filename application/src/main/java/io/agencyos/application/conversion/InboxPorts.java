package io.agencyos.application.conversion;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.conversation.Replies;
import io.agencyos.application.conversation.TaskBoard;
import io.agencyos.application.conversation.Threads;
import io.agencyos.application.conversation.Timeline;
import io.agencyos.application.lead.Leads;
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
