package io.agencyos.application.outreach.approval;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * A touch that waits for a person, with what the person has to know.
 *
 * @param lead null where it was deleted meanwhile
 * @param campaign null where it was deleted meanwhile
 * @param sender null where none is chosen yet
 */
public record ApprovalView(
        ApprovalItem item,
        Touch touch,
        @Nullable Lead lead,
        @Nullable Campaign campaign,
        @Nullable Mailbox sender) {}
