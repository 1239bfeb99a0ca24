package io.agencyos.domain.campaign.sequence;

import static io.agencyos.domain.shared.Channel.EMAIL;
import static io.agencyos.domain.shared.Channel.LINKEDIN;
import static io.agencyos.domain.shared.Channel.SMS;
import static io.agencyos.domain.shared.Channel.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.CampaignRules;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.sequence.GrowthSequence.Pace;
import io.agencyos.domain.campaign.sequence.GrowthSequence.Proposed;
import io.agencyos.domain.shared.Channel;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthSequenceTest {

    private static final Set<Channel> ALL = Set.of(EMAIL, LINKEDIN, SMS, VOICE);

    private static List<String> days(List<SequenceStep> steps) {
        return steps.stream()
                .map(step -> step.stepNo() + " " + step.channel().wire() + " " + (step.dayOffset() + 1) + " "
                        + step.purpose().wire())
                .toList();
    }

    @Test // outreach 2.3, the table; stored with offset = day − 1
    void the_six_touches_stand_on_their_days() {
        assertThat(days(GrowthSequence.steps(Pace.STANDARD, ALL)))
                .containsExactly(
                        "1 email 1 intro",
                        "2 linkedin 3 connect",
                        "3 email 5 value_add",
                        "4 sms 8 pattern_interrupt",
                        "5 email 12 breakup",
                        "6 voice 14 discovery");
        assertThat(days(GrowthSequence.steps(Pace.AGGRESSIVE, ALL)))
                .containsExactly(
                        "1 email 1 intro",
                        "2 linkedin 2 connect",
                        "3 email 4 value_add",
                        "4 sms 6 pattern_interrupt",
                        "5 email 8 breakup",
                        "6 voice 10 discovery");
        SequenceStep call = GrowthSequence.steps(Pace.STANDARD, ALL).getLast();
        assertThat(call.minAls()).as("ALS ≥ 85").isEqualTo(85);
        assertThat(call.skipIf()).isEqualTo(StepSkipIf.PHONE_MISSING);
    }

    @Test // outreach 2.3: unavailable channels are skipped without substitution
    void a_channel_that_is_not_there_falls_away() {
        assertThat(days(GrowthSequence.steps(Pace.STANDARD, Set.of(EMAIL, VOICE))))
                .containsExactly(
                        "1 email 1 intro", "2 email 5 value_add", "3 email 12 breakup", "4 voice 14 discovery");
        assertThat(GrowthSequence.steps(Pace.STANDARD, Set.of())).isEmpty();
    }

    @ParameterizedTest // outreach 2.3: such campaigns set their gaps, or checks 27 and 28 would stretch the sequence
    @CsvSource({"GROWTH, 2, 4", "GROWTH_AGGRESSIVE, 1, 3"})
    void its_gaps_let_every_step_leave_on_its_day(SequenceTemplate template, int touchGap, int cooldown) {
        CampaignSettings settings = template.paced(CampaignSettings.named("Suggested", ZoneId.of("Australia/Sydney")));
        assertThat(settings.pace().gapDays()).isEqualTo(touchGap);
        assertThat(settings.pace().channelCooldownDays()).isEqualTo(cooldown);
        assertThat(CampaignRules.problems(settings, ALL)).isEmpty();
        List<SequenceStep> steps = template.steps(ALL);
        assertThat(SequenceRules.problems(steps)).isEmpty();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).dayOffset() - steps.get(i - 1).dayOffset()).isGreaterThanOrEqualTo(touchGap);
        }
        List<Integer> mails = steps.stream()
                .filter(step -> step.channel() == EMAIL)
                .map(SequenceStep::dayOffset)
                .toList();
        assertThat(mails.get(1) - mails.get(0)).isEqualTo(cooldown);
        assertThat(mails.get(2) - mails.get(1)).isGreaterThanOrEqualTo(cooldown);
    }

    @ParameterizedTest
    @EnumSource
    void every_template_is_a_valid_sequence_within_thirty_days(SequenceTemplate template) {
        assertThat(SequenceRules.problems(template.steps(ALL))).isEmpty();
        assertThat(template.steps(ALL).getLast().dayOffset()).isBetween(6, GrowthSequence.LAST_DAY - 1);
    }

    @Test // outreach 2.3: accepted only if every rule holds; otherwise the template, and the failure recorded
    void a_proposal_is_taken_whole_or_not_at_all() {
        List<Proposed> fine = List.of(
                new Proposed(EMAIL, 1, StepPurpose.INTRO),
                new Proposed(EMAIL, 5, StepPurpose.VALUE_ADD),
                new Proposed(LINKEDIN, 30, StepPurpose.CONNECT));
        GrowthSequence.Plan taken = GrowthSequence.of(fine, Pace.STANDARD, ALL);
        assertThat(taken.failure()).isNull();
        assertThat(days(taken.steps()))
                .containsExactly("1 email 1 intro", "2 email 5 value_add", "3 linkedin 30 connect");

        refused(List.of(), "touches_count");
        refused(Collections.nCopies(21, new Proposed(EMAIL, 2, StepPurpose.INTRO)), "touches_count");
        refused(List.of(new Proposed(Channel.MAIL, 1, StepPurpose.INTRO)), "channel_unavailable");
        refused(List.of(new Proposed(EMAIL, 1, null)), "purpose_unknown");
        refused(List.of(new Proposed(EMAIL, 0, StepPurpose.INTRO)), "day_out_of_range");
        refused(List.of(new Proposed(EMAIL, 31, StepPurpose.INTRO)), "day_out_of_range");
        refused(
                List.of(new Proposed(EMAIL, 5, StepPurpose.INTRO), new Proposed(SMS, 4, StepPurpose.BREAKUP)),
                "days_decrease");
    }

    private static void refused(List<Proposed> proposed, String failure) {
        assertThat(GrowthSequence.of(proposed, Pace.AGGRESSIVE, ALL))
                .isEqualTo(new GrowthSequence.Plan(GrowthSequence.steps(Pace.AGGRESSIVE, ALL), failure));
    }
}
