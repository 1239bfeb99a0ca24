package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.ApprovalItem.RejectionAction;
import io.agencyos.domain.outreach.ApprovalItem.Status;
import io.agencyos.domain.outreach.ApprovalRules.Consequence;
import io.agencyos.domain.outreach.ApprovalRules.Decision;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private static ApprovalItem item(Status status, int offer) {
        UUID id = new UUID(0, 1);
        return new ApprovalItem(
                new ApprovalId(id),
                new ClientId(id),
                new TouchId(id),
                new LeadId(id),
                new CampaignId(id),
                status,
                offer,
                NOW,
                NOW.plusSeconds(86_400),
                null,
                null,
                null,
                null,
                false,
                0);
    }

    @Test // outreach 1.4
    void a_pending_item_takes_one_decision() {
        ApprovalItem open = item(Status.PENDING, 1);
        assertThat(ApprovalRules.approve(open)).isEqualTo(new Decision(Status.APPROVED, Consequence.TOUCH_READY));
        assertThat(ApprovalRules.editAndApprove(open, false))
                .isEqualTo(new Decision(Status.PENDING, Consequence.CONTENT_QA_FAILED));
        assertThat(ApprovalRules.reject(open, RejectionAction.STOP_LEAD))
                .isEqualTo(new Decision(Status.REJECTED, Consequence.STOP_LEAD));
        assertThat(ApprovalRules.expire(open))
                .isEqualTo(new Decision(Status.EXPIRED, Consequence.REDRAFT_NEXT_BUSINESS_DAY));
        assertThat(ApprovalRules.expire(item(Status.PENDING, 2)))
                .isEqualTo(new Decision(Status.EXPIRED, Consequence.HOLD_ENROLMENT));
        assertThat(ApprovalRules.supersede(open))
                .isEqualTo(new Decision(Status.SUPERSEDED, Consequence.REDRAFT_OR_CANCEL));
    }

    @ParameterizedTest // outreach 1.4: first writer wins
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void a_decided_item_stays_decided(Status status) {
        assertThat(ApprovalRules.approve(item(status, 1))).isEqualTo(new Decision(status, Consequence.NOT_PENDING));
    }
}
