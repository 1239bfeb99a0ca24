package io.agencyos.domain.campaign.sequence;

import static io.agencyos.domain.shared.Channel.EMAIL;
import static io.agencyos.domain.shared.Channel.LINKEDIN;
import static io.agencyos.domain.shared.Channel.SMS;
import static io.agencyos.domain.shared.Channel.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.CampaignMachine;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.ChannelMixes;
import io.agencyos.domain.campaign.PermissionModes;
import io.agencyos.domain.campaign.activation.ActivationChecks;
import io.agencyos.domain.campaign.activation.ActivationFacts;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequencesTest {

    private static List<String> days(Channel... senders) {
        return DefaultSequence.steps(Set.of(senders)).stream()
                .map(step -> step.stepNo() + " " + step.channel().wire() + " " + step.dayOffset())
                .toList();
    }

    @Test // outreach 18: an empty step or a decreasing offset is refused with the path of its field
    void an_empty_step_and_a_decreasing_offset_are_named_by_their_path() {
        SequenceStep first = step(1, 5, "Hello {{first_name}}");
        assertThat(SequenceRules.problems(List.of(first, step(2, 4, " "), step(3, 4, "Bye"))))
                .extracting(SequenceRules.Problem::path)
                .containsExactly("steps[1].day_offset", "steps[1].body_template");
        assertThat(SequenceRules.problems(List.of(first, step(2, 5, "Again"), step(3, 9, "Bye"))))
                .isEmpty();
    }

    private static SequenceStep step(int no, int day, String body) {
        return new SequenceStep(
                no,
                EMAIL,
                TouchKind.EMAIL,
                day,
                StepPurpose.INTRO,
                null,
                null,
                null,
                null,
                false,
                true,
                true,
                "A short idea",
                body);
    }

    @Test // outreach 2.2 worked
    void channels_without_sender_are_removed_and_steps_renumbered() {
        assertThat(days(EMAIL)).containsExactly("1 email 0", "2 email 8", "3 email 13");
        assertThat(days(EMAIL, LINKEDIN)).containsExactly("1 email 0", "2 linkedin 5", "3 email 8", "4 email 13");
        assertThat(days(EMAIL, LINKEDIN, VOICE, SMS))
                .containsExactly("1 email 0", "2 voice 3", "3 linkedin 5", "4 email 8", "5 sms 12");
        assertThat(DefaultSequence.steps(Set.of(EMAIL)).getLast().spareOnly()).isTrue();
        assertThat(DefaultSequence.steps(Set.of(EMAIL, SMS)).getLast().fallbackDayOffset())
                .isEqualTo(13);
        assertThat(DefaultSequence.steps(Set.of())).isEmpty();
        assertThat(SequenceRules.problems(DefaultSequence.steps(Set.of(EMAIL, LINKEDIN, VOICE, SMS))))
                .isEmpty();
    }

    @Test // scoring ALLOC-1
    void the_default_mix_is_shared_over_what_the_client_has() {
        assertThat(ChannelMixes.renormalised(ChannelMix.DEFAULT, Set.of(EMAIL)))
                .isEqualTo(new ChannelMix(100, 0, 0, 0, 0));
        assertThat(ChannelMixes.renormalised(ChannelMix.DEFAULT, Set.of(EMAIL, LINKEDIN)))
                .isEqualTo(new ChannelMix(67, 0, 33, 0, 0));
        assertThat(ChannelMixes.renormalised(ChannelMix.DEFAULT, Set.of(EMAIL, VOICE, SMS)))
                .isEqualTo(new ChannelMix(50, 25, 0, 25, 0));
        assertThat(ChannelMixes.daily(50, ChannelMix.DEFAULT).values()).containsExactly(20, 10, 10, 10, 0);
        assertThat(ChannelMixes.daily(33, ChannelMix.DEFAULT).values()).containsExactly(13, 7, 7, 6, 0);
    }

    @Test // outreach 1.3
    void all_that_keeps_a_campaign_from_starting_is_reported_together() {
        var steps = DefaultSequence.steps(Set.of(EMAIL, LINKEDIN, VOICE, SMS));
        var bad = new ActivationFacts(
                " ",
                new ChannelMix(40, 20, 20, 19, 0),
                List.of(),
                SubscriptionStatus.PAST_DUE,
                false,
                Set.of(),
                false,
                false,
                true,
                false,
                0,
                false);
        assertThat(ActivationChecks.problems(bad))
                .containsExactly(
                        ActivationProblem.NAME_MISSING,
                        ActivationProblem.MIX_SUM,
                        ActivationProblem.STEPS_INVALID,
                        ActivationProblem.SUBSCRIPTION_INACTIVE,
                        ActivationProblem.CAMPAIGN_SLOT_LIMIT,
                        ActivationProblem.SENDER_IDENTITY_INCOMPLETE,
                        ActivationProblem.CONSENT_DECLARATION_MISSING,
                        ActivationProblem.CLIENT_PAUSED,
                        ActivationProblem.NO_CREDITS,
                        ActivationProblem.ICP_NOT_CONFIGURED);
        var good = new ActivationFacts(
                "Autumn",
                ChannelMix.DEFAULT,
                steps,
                SubscriptionStatus.TRIALING,
                true,
                Set.of(EMAIL),
                true,
                true,
                false,
                true,
                0,
                true);
        assertThat(ActivationChecks.problems(good)).isEmpty();
        assertThat(ActivationChecks.skippedChannels(good)).containsExactly(VOICE, LINKEDIN, SMS);
    }

    @Test // outreach 1.2
    void a_campaign_moves_as_the_table_says() {
        assertThat(CampaignMachine.on(CampaignStatus.DRAFT, CampaignMachine.Command.PAUSE))
                .isEqualTo(new CampaignMachine.Move.Invalid(CampaignStatus.DRAFT, CampaignStatus.PAUSED));
        assertThat(CampaignMachine.on(CampaignStatus.PAUSED, CampaignMachine.Command.PAUSE))
                .isEqualTo(new CampaignMachine.Move.AlreadySo());
        assertThat(CampaignMachine.on(CampaignStatus.COMPLETED, CampaignMachine.Command.ACTIVATE))
                .isEqualTo(new CampaignMachine.Move.Terminal());
        assertThat(CampaignMachine.on(CampaignStatus.PAUSED, CampaignMachine.Command.ACTIVATE))
                .isEqualTo(new CampaignMachine.Move.Moved(
                        CampaignStatus.ACTIVE, List.of(CampaignMachine.Effect.RECOMPUTE_DUE_DATES)));
    }

    @Test // outreach 1.4
    void the_first_word_about_permission_counts() {
        Instant now = Instant.parse("2026-03-02T00:00:00Z");
        LeadCare lapsed = LeadCare.NONE.inMode(new LeadCare.OwnMode(PermissionMode.MANUAL, now));
        assertThat(PermissionModes.effective(lapsed, null, PermissionMode.AUTOPILOT, now))
                .isEqualTo(PermissionMode.AUTOPILOT);
        assertThat(PermissionModes.effective(
                        LeadCare.NONE.inMode(new LeadCare.OwnMode(PermissionMode.MANUAL, null)),
                        PermissionMode.AUTOPILOT,
                        null,
                        now))
                .isEqualTo(PermissionMode.MANUAL);
        assertThat(PermissionModes.effective(LeadCare.NONE, null, null, now)).isEqualTo(PermissionMode.CO_PILOT);
    }
}
