package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.allocation.RefundRule.Cause;
import io.agencyos.domain.allocation.RefundRule.Ended;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundRuleTest {

    private static Optional<Cause> of(
            LeadStatus status,
            @Nullable Integer score,
            @Nullable ReleaseReason released,
            @Nullable StopReason stopped) {
        return RefundRule.cause(new Ended(status, score, released, stopped));
    }

    @Test // PLAN-4: because of invalid/hard-bounced address
    void a_dead_address_is_given_back() {
        assertThat(of(LeadStatus.BOUNCED, 70, null, null)).contains(Cause.INVALID_ADDRESS);
        assertThat(of(LeadStatus.INVALID, null, null, null)).contains(Cause.INVALID_ADDRESS);
        assertThat(of(LeadStatus.SCORED, 70, ReleaseReason.INVALID, null)).contains(Cause.INVALID_ADDRESS);
        assertThat(of(LeadStatus.SCORED, 70, null, StopReason.Plain.BOUNCED)).contains(Cause.INVALID_ADDRESS);
    }

    @Test // PLAN-4: suppression
    void a_person_who_may_not_be_contacted_is_given_back() {
        assertThat(of(LeadStatus.UNSUBSCRIBED, 70, null, null)).contains(Cause.SUPPRESSED);
        assertThat(of(LeadStatus.SCORED, 70, ReleaseReason.SUPPRESSED, null)).contains(Cause.SUPPRESSED);
        assertThat(of(LeadStatus.SCORED, 70, null, new StopReason.Suppressed(SuppressionReason.COMPETITOR)))
                .contains(Cause.SUPPRESSED);
    }

    @Test // PLAN-4: a score < 20 after enrichment
    void a_lead_that_turns_out_dead_is_given_back() {
        assertThat(of(LeadStatus.SCORED, 19, null, null)).contains(Cause.SCORE_DEAD);
        assertThat(of(LeadStatus.SCORED, 20, null, null)).isEmpty();
        assertThat(of(LeadStatus.NEW, null, null, null)).isEmpty();
    }

    @Test // PLAN-4: no other end gives the credit back
    void a_lead_given_away_or_put_aside_stays_paid() {
        assertThat(of(LeadStatus.SCORED, 70, ReleaseReason.MANUAL, null)).isEmpty();
        assertThat(of(LeadStatus.SCORED, 70, ReleaseReason.CLIENT_CANCELLED, null))
                .isEmpty();
        assertThat(of(LeadStatus.ARCHIVED, 70, null, StopReason.Plain.LEAD_DELETED))
                .isEmpty();
    }
}
