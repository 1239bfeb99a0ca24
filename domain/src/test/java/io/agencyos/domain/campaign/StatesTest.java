package io.agencyos.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.campaign.enrolment.EnrolmentHold;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ReasonCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatesTest {

    @Test
    void a_stop_reason_is_read_back_from_its_wire_name() { // outreach 2.6
        assertThat(StopReason.parse("unsubscribed")).contains(StopReason.Plain.UNSUBSCRIBED);
        assertThat(StopReason.parse("suppressed_competitor"))
                .contains(new StopReason.Suppressed(SuppressionReason.COMPETITOR));
        assertThat(StopReason.parse("suppressed_nothing")).isEmpty();
        assertThat(StopReason.parse("suppressed")).isEmpty();
        assertThat(new StopReason.Suppressed(SuppressionReason.LEGAL).code())
                .isEqualTo(new ReasonCode("suppressed_legal"));
        assertThat(EnrolmentHold.STALE_ENROLMENT.code()).isEqualTo(new ReasonCode("stale_enrolment"));
    }

    @Test
    void terminal_states_are_those_of_the_vocabulary() { // vocabulary 5, 6, 7, 11
        assertThat(Arrays.stream(EnrolmentState.values()).filter(EnrolmentState::isTerminal))
                .containsExactly(EnrolmentState.COMPLETED, EnrolmentState.CONVERTED, EnrolmentState.STOPPED);
        assertThat(Arrays.stream(EnrolmentState.values()).filter(EnrolmentState::maySend))
                .containsExactly(EnrolmentState.PENDING, EnrolmentState.ACTIVE);
        assertThat(Arrays.stream(PoolStatus.values()).filter(PoolStatus::isTerminal))
                .containsExactly(PoolStatus.CONVERTED, PoolStatus.UNSUBSCRIBED, PoolStatus.ERASED);
        assertThat(Arrays.stream(ClaimStatus.values()).filter(ClaimStatus::isExclusive))
                .containsExactly(ClaimStatus.ACTIVE, ClaimStatus.CONVERTED);
        assertThat(Arrays.stream(RunState.values()).filter(RunState::isEnded))
                .containsExactly(RunState.SUCCEEDED, RunState.PARTIAL, RunState.FAILED, RunState.CANCELLED);
        assertThat(RunState.DISPATCHED.shown()).isEqualTo(RunState.QUEUED);
        assertThat(RunState.RUNNING.shown()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void a_campaign_moves_only_as_its_table_says() { // outreach 1.2
        for (CampaignStatus from : CampaignStatus.values()) {
            assertThat(Arrays.stream(CampaignStatus.values()).filter(from::mayBecome))
                    .containsExactly(
                            switch (from) {
                                case DRAFT -> new CampaignStatus[] {CampaignStatus.ACTIVE};
                                case ACTIVE -> new CampaignStatus[] {CampaignStatus.PAUSED, CampaignStatus.COMPLETED};
                                case PAUSED -> new CampaignStatus[] {CampaignStatus.ACTIVE, CampaignStatus.COMPLETED};
                                case COMPLETED -> new CampaignStatus[] {};
                            });
        }
    }

    @Test
    void suppression_reasons_stand_strongest_first() { // outreach 6.1
        assertThat(Arrays.stream(SuppressionReason.values()).map(SuppressionReason::wire))
                .containsExactly(
                        "legal",
                        "complained",
                        "unsubscribed",
                        "spam_trap",
                        "do_not_contact",
                        "wrong_person",
                        "existing_customer",
                        "competitor",
                        "past_customer",
                        "not_interested",
                        "bounced",
                        "other");
        assertThat(SuppressionReason.LEGAL.rank()).isEqualTo(1);
        assertThat(SuppressionReason.COMPLAINED.isStrongerThan(SuppressionReason.UNSUBSCRIBED))
                .isTrue();
        assertThat(SuppressionReason.UNSUBSCRIBED.isStrongerThan(SuppressionReason.UNSUBSCRIBED))
                .isFalse();
        assertThat(SuppressionReason.OTHER.isStrongerThan(SuppressionReason.BOUNCED))
                .isFalse();
    }

    @Test
    void weights_are_looked_for_in_the_order_of_their_sources() { // vocabulary 20, ALS-12
        assertThat(WeightsSource.values())
                .containsExactly(
                        WeightsSource.CLIENT_LEARNED,
                        WeightsSource.CLIENT_CUSTOM,
                        WeightsSource.PLATFORM_INDUSTRY,
                        WeightsSource.PLATFORM_GLOBAL,
                        WeightsSource.BENCHMARK,
                        WeightsSource.DEFAULT);
        assertThat(Arrays.stream(WeightsSource.values()).filter(source -> !source.mayBePrior()))
                .containsExactly(WeightsSource.CLIENT_LEARNED);
        assertThat(WeightsSource.PLATFORM_GLOBAL.group()).isEqualTo(WeightsSource.Group.PLATFORM);
    }

    @Test
    void assignment_is_checked_in_the_order_of_pool_6() { // POOL-6
        assertThat(Arrays.stream(AssignmentRefusal.values()).map(AssignmentRefusal::check))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 13);
    }

    @Test
    void every_channel_has_its_missing_resource_and_its_missing_contact() { // outreach 1.3, ALLOC-1
        assertThat(Arrays.stream(Channel.values())
                        .map(ActivationProblem::noResource)
                        .map(ActivationProblem::wire))
                .containsExactly(
                        "no_resource_email",
                        "no_resource_linkedin",
                        "no_resource_voice",
                        "no_resource_sms",
                        "no_resource_mail");
        assertThat(Arrays.stream(Channel.values())
                        .map(ChannelExclusion::contactMissing)
                        .map(ChannelExclusion::wire))
                .containsExactly(
                        "email_missing", "linkedin_url_missing", "phone_missing", "phone_missing", "address_missing");
    }
}
