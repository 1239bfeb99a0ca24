package io.agencyos.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.sequence.DefaultSequence;
import io.agencyos.domain.campaign.sequence.SequenceEdit;
import io.agencyos.domain.campaign.sequence.SequenceRules;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignSettingsTest {

    private static final CampaignSettings SOUND = CampaignSettings.named("Growth leads", ZoneId.of("Australia/Sydney"));

    @ParameterizedTest // api 9.4, the table of balanced priorities
    @CsvSource({
        "40 35 25,                0, 60, 60 23 17",
        "40 35 25,                0, 95, 80 10 10",
        "50 50,                   0, 90, 80 20",
        "34 33 33,                1, 10, 46 10 44",
        "40 30 20 10,             3, 50, 22 17 11 50",
        "20 20 20 20 20,          0, 30, 30 18 18 17 17",
        "40 20 10 6 6 6 6 6,      0, 50, 50 13 7 6 6 6 6 6",
        "70,                      0, 10, 100"
    })
    void a_changed_share_is_taken_from_the_others_in_proportion(String before, int index, int wanted, String after) {
        assertThat(PriorityBalance.changed(numbers(before), index, wanted)).isEqualTo(numbers(after));
    }

    @Test // api 9.4: activation inserts at ⌊100/n⌋, stopping shares out proportionally
    void a_campaign_joins_with_its_even_part_and_leaves_it_to_the_others() {
        assertThat(PriorityBalance.joined(List.of())).containsExactly(100);
        assertThat(PriorityBalance.joined(List.of(100))).containsExactly(50, 50);
        assertThat(PriorityBalance.joined(List.of(60, 40))).containsExactly(40, 27, 33);
        assertThat(PriorityBalance.left(List.of(23, 17))).containsExactly(58, 42);
        assertThat(PriorityBalance.left(List.of(17))).containsExactly(100);
        assertThat(PriorityBalance.left(List.of())).isEmpty();
    }

    @Property
    void shares_always_sum_to_100_and_keep_their_bounds(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 100) Integer> shares,
            @ForAll @IntRange(min = 0, max = 100) int wanted) {
        List<Integer> balanced = PriorityBalance.changed(shares, shares.size() - 1, wanted);
        int floor = Math.min(10, 50 / shares.size());

        assertThat(balanced.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        assertThat(balanced).allMatch(share -> share >= floor && share <= 80);
    }

    @ParameterizedTest // scoring PLAN-3: Ignition has 3 AI and 2 custom slots
    @CsvSource({
        "0, 4, CUSTOM, true", // 0 AI may run 5 custom
        "0, 5, CUSTOM, false",
        "0, 5, AI_SUGGESTED, false",
        "3, 2, AI_SUGGESTED, false",
        "3, 1, AI_SUGGESTED, false",
        "2, 2, AI_SUGGESTED, true",
        "3, 1, TEMPLATE, true"
    })
    void an_unused_ai_slot_may_hold_a_custom_campaign_and_not_the_reverse(
            int suggested, int custom, CampaignOrigin origin, boolean free) {
        List<CampaignOrigin> active = new ArrayList<>(Collections.nCopies(suggested, CampaignOrigin.AI_SUGGESTED));
        active.addAll(Collections.nCopies(custom, CampaignOrigin.CUSTOM));

        assertThat(CampaignSlots.free(Plan.IGNITION.terms().campaigns(), active, origin))
                .isEqualTo(free);
    }

    @Test
    void the_defaults_are_sound() {
        assertThat(CampaignRules.problems(SOUND, Set.of(Channel.values()))).isEmpty();
    }

    @Test // api 1.9: all errors at once; outreach 1.1 names the actual sum
    void every_problem_is_told_at_once() {
        LocalTime nine = LocalTime.of(9, 0);
        CampaignSettings wrong = SOUND.renamed(" ")
                .mixed(new ChannelMix(59, 0, 40, 0, 0))
                .floored(new ChannelFloors(59, 60, 100))
                .paced(new TouchPace(0, 1, 501))
                .working(new WorkHours(nine, nine, Set.of(DayOfWeek.MONDAY)))
                .lasting(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1));

        List<FieldProblem> problems = CampaignRules.problems(wrong, Set.of());

        assertThat(problems)
                .extracting(problem -> problem.path() + " " + problem.code())
                .containsExactly(
                        "name blank",
                        "channel_mix mix_sum",
                        "channel_floors.voice out_of_range",
                        "touch_gap_days out_of_range",
                        "channel_cooldown_days out_of_range",
                        "daily_limit out_of_range",
                        "end_date before_start",
                        "work_hours before_start");
        assertThat(problems.get(1).params()).isEqualTo(Map.of("sum", "99"));
    }

    @Test // outreach 1.1, 5.3: an empty intersection is refused, naming the channel; LinkedIn is exempt
    void work_hours_have_to_meet_the_windows_of_the_channels_used() {
        CampaignSettings afternoons = hours(13, 17, Set.of(DayOfWeek.MONDAY));
        CampaignSettings lunch = hours(12, 13, Set.of(DayOfWeek.MONDAY));
        CampaignSettings weekends = hours(9, 17, Set.of(DayOfWeek.SATURDAY));

        assertThat(closed(afternoons)).containsExactly("email");
        assertThat(closed(lunch)).containsExactlyInAnyOrder("email", "voice");
        assertThat(closed(weekends)).containsExactlyInAnyOrder("email", "sms", "voice", "mail");
        assertThat(CampaignRules.problems(afternoons, Set.of(Channel.VOICE))).isEmpty();
    }

    @Test // api 8, 9.4: a step keeps its distance to the one before it, days are the sums
    void steps_keep_their_distances_when_one_comes_or_goes() {
        List<SequenceStep> steps = DefaultSequence.steps(Set.of(Channel.EMAIL));

        assertThat(days(new SequenceEdit.Delete(1).applied(steps))).containsExactly(0, 5);
        assertThat(days(new SequenceEdit.Delete(2).applied(steps))).containsExactly(0, 5);
        assertThat(days(new SequenceEdit.Delete(3).applied(steps))).containsExactly(0, 8);
        assertThat(days(new SequenceEdit.Insert(steps.getFirst().at(4, 20)).applied(steps)))
                .containsExactly(0, 8, 13, 20);
        assertThat(days(new SequenceEdit.Replace(steps.get(1).at(2, 10)).applied(steps)))
                .containsExactly(0, 10, 15);
        assertThat(days(new SequenceEdit.Order(List.of(3, 1, 2)).applied(steps)))
                .containsExactly(0, 8, 13);
        assertThat(new SequenceEdit.Order(List.of(3, 1, 2)).applied(steps))
                .extracting(SequenceStep::purpose)
                .containsExactly(StepPurpose.BREAKUP, StepPurpose.INTRO, StepPurpose.VALUE_ADD);
        assertThat(new SequenceEdit.Delete(4).fits(steps)).isFalse();
        assertThat(new SequenceEdit.Insert(steps.getFirst().at(5, 20)).fits(steps))
                .isFalse();
    }

    private static List<Integer> days(List<SequenceStep> steps) {
        assertThat(SequenceRules.problems(steps)).isEmpty();
        return steps.stream().map(SequenceStep::dayOffset).toList();
    }

    private static List<String> closed(CampaignSettings settings) {
        return CampaignRules.problems(settings, Set.of(Channel.values())).stream()
                .filter(problem -> problem.code().equals("empty_send_window"))
                .map(problem -> problem.params().getOrDefault("channel", ""))
                .toList();
    }

    private static CampaignSettings hours(int from, int until, Set<DayOfWeek> days) {
        return SOUND.working(new WorkHours(LocalTime.of(from, 0), LocalTime.of(until, 0), days));
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
}
