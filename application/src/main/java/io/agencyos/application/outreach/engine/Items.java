package io.agencyos.application.outreach.engine;

import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Approval items as they come and go. Source: outreach 1.4. */
public final class Items {

    private static final Duration OPEN_FOR = Duration.ofHours(24);

    private Items() {}

    /** A touch is offered for a decision. */
    public static ApprovalItem offer(ApprovalId id, Touch touch, int offerNo, Instant now) {
        return new ApprovalItem(
                id,
                touch.clientId(),
                touch.id(),
                touch.leadId(),
                touch.campaignId(),
                ApprovalItem.Status.PENDING,
                offerNo,
                now,
                now.plus(OPEN_FOR),
                null,
                null,
                null,
                null,
                false,
                0);
    }

    /** The product itself closes an item. */
    public static ApprovalItem in(ApprovalItem item, ApprovalItem.Status status, Instant now) {
        return decided(item, status, null, now, null, null, false);
    }

    public static ApprovalItem decided(
            ApprovalItem item,
            ApprovalItem.Status status,
            @Nullable UserId by,
            Instant now,
            @Nullable String reason,
            ApprovalItem.@Nullable RejectionAction action,
            boolean edited) {
        return new ApprovalItem(
                item.id(),
                item.clientId(),
                item.touchId(),
                item.leadId(),
                item.campaignId(),
                status,
                item.offerNo(),
                item.createdAt(),
                item.expiresAt(),
                by,
                now,
                reason,
                action,
                edited,
                item.version());
    }
}
