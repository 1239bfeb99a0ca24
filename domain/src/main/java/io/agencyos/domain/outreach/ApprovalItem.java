package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/** One touch waiting for a person's decision; the first decision wins. Source: outreach 1.4. */
@AggregateRoot
public record ApprovalItem(
        @Identity ApprovalId id,
        ClientId clientId,
        TouchId touchId,
        LeadId leadId,
        CampaignId campaignId,
        Status status,
        int offerNo,
        Instant createdAt,
        Instant expiresAt,
        @Nullable UserId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rejectionReason,
        @Nullable RejectionAction rejectionAction,
        boolean edited,
        int version) {

    /** Where the decision stands; all but pending are final. */
    public enum Status implements Vocabulary {
        PENDING,
        APPROVED,
        REJECTED,
        EXPIRED,
        SUPERSEDED
    }

    /** What a rejection does to the step. */
    public enum RejectionAction implements Vocabulary {
        SKIP_STEP,
        REGENERATE,
        STOP_LEAD
    }
}
