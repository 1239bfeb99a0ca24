package io.agencyos.application.outreach.approval;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Approves everything of a campaign that waits, because whoever switched it to autopilot said so beside. Letters wait on:
 * each costs money, so that each is looked at in every mode. Source: outreach 1.4, api 9.4.
 */
public final class ApproveWaiting {

    private static final int AT_ONCE = 100;
    private static final Set<Channel> WITHOUT_LETTERS = EnumSet.complementOf(EnumSet.of(Channel.MAIL));

    private final ListApprovals waiting;
    private final DecideApproval decide;

    public ApproveWaiting(ListApprovals waiting, DecideApproval decide) {
        this.waiting = waiting;
        this.decide = decide;
    }

    /** In parts, each a unit of work of its own. Safe to repeat. */
    public void ofCampaign(TenantScope scope, CampaignId campaign, Origin origin) {
        ListApprovals.Filter filter = new ListApprovals.Filter(
                Set.of(ApprovalItem.Status.PENDING), WITHOUT_LETTERS, Set.of(campaign), Set.of());
        List<ApprovalView> part = waiting.of(scope, filter, null, AT_ONCE);
        while (!part.isEmpty()) {
            Map<ApprovalId, DecideApproval.Decision> approved = new LinkedHashMap<>();
            part.forEach(one -> approved.put(one.item().id(), new DecideApproval.Decision.Approve()));
            decide.decideAll(scope, approved, origin);
            part = waiting.of(scope, filter, part.getLast().item().id(), AT_ONCE);
        }
    }
}
