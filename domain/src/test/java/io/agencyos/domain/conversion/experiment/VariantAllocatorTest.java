package io.agencyos.domain.conversion.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VariantAllocatorTest {

    private static final Offset<Double> FOUR = within(5e-5);
    private static final double P0 = 0.03;

    // CIS E-13
    @Test
    void below_the_bar_the_better_arm_leads_and_gets_most_of_the_traffic() {
        VariantAllocator two = new VariantAllocator(List.of(Arm.live("A", 400, 12), Arm.live("B", 400, 24)), P0);
        assertThat(two.mean(0)).isCloseTo(.0300, FOUR);
        assertThat(two.mean(1)).isCloseTo(.0567, FOUR);
        assertThat(two.probabilities()).containsExactly(new double[] {.0227, .9773}, FOUR);
        assertThat(two.allocation()).containsExactly(new double[] {.1181, .8819}, FOUR);
        assertThat(two.verdict(30, Reward.POSITIVE_REPLY)).isInstanceOfSatisfying(Verdict.Leading.class, leading -> {
            assertThat(leading.arm()).isEqualTo("B");
            assertThat(leading.probability()).isCloseTo(.9773, FOUR);
        });
    }

    // CIS E-13
    @Test
    void at_the_bar_it_is_declared() {
        VariantAllocator two = new VariantAllocator(List.of(Arm.live("A", 400, 12), Arm.live("B", 400, 27)), P0);
        assertThat(two.probabilities()).containsExactly(new double[] {.0078, .9922}, FOUR);
        assertThat(two.allocation()).containsExactly(new double[] {.1062, .8938}, FOUR);
        assertThat(two.verdict(14, Reward.POSITIVE_REPLY)).isInstanceOfSatisfying(Verdict.Declared.class, declared -> {
            assertThat(declared.arm()).isEqualTo("B");
            assertThat(declared.expectedLoss()).isCloseTo(.000036, within(5e-7));
        });
        assertThat(two.verdict(13, Reward.POSITIVE_REPLY)).isInstanceOf(Verdict.Leading.class);
    }

    // CIS E-13
    @Test
    void with_fewer_than_300_touches_an_arm_is_not_declared() {
        VariantAllocator two = new VariantAllocator(List.of(Arm.live("A", 280, 6), Arm.live("B", 280, 20)), P0);
        assertThat(two.probabilities()).containsExactly(new double[] {.0029, .9971}, FOUR);
        assertThat(two.verdict(30, Reward.POSITIVE_REPLY)).isInstanceOf(Verdict.Leading.class);
    }

    // CIS E-13
    @Test
    void three_arms_share_by_their_chance_of_being_the_best() {
        VariantAllocator three =
                new VariantAllocator(List.of(Arm.live("A", 150, 6), Arm.live("B", 150, 5), Arm.live("C", 150, 1)), P0);
        assertThat(three.probabilities()).containsExactly(new double[] {.6004, .3822, .0174}, FOUR);
        assertThat(three.allocation()).containsExactly(new double[] {.5203, .3676, .1122}, FOUR);
        assertThat(three.verdict(30, Reward.POSITIVE_REPLY)).isInstanceOf(Verdict.Leading.class);
    }

    // CIS 7.1, assignment
    @Test
    void an_assignment_follows_from_the_ids_alone() {
        UUID experiment = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
        UUID lead = UUID.fromString("0198c0de-0000-7000-8000-0000000000a1");
        assertThat(VariantAllocator.draw(experiment, lead)).isEqualTo(3330632189507976L / 0x1p53);
        VariantAllocator equal = new VariantAllocator(List.of(Arm.live("A", 0, 0), Arm.live("B", 0, 0)), P0);
        assertThat(equal.assign(experiment, lead).name()).isEqualTo("A");
    }

    // CIS 7.1, retirement
    @Test
    void hopeless_arms_retire_weakest_first_and_two_stay() {
        VariantAllocator four = new VariantAllocator(
                List.of(Arm.live("A", 500, 40), Arm.live("B", 300, 2), Arm.live("C", 300, 1), Arm.live("D", 199, 0)),
                P0);
        List<Arm> after = four.retireHopeless().arms();
        assertThat(after.stream().filter(Arm::live).map(Arm::name)).containsExactly("A", "D");
        assertThat(four.retireHopeless().allocation()[1]).isZero();
        VariantAllocator two = new VariantAllocator(List.of(Arm.live("A", 500, 40), Arm.live("B", 300, 1)), P0);
        assertThat(two.retireHopeless()).isEqualTo(two);
    }

    // CIS 7.1: p0
    @Test
    void the_rate_before_is_clamped_and_never_zero() {
        List<Arm> arms = List.of(Arm.live("A", 0, 0), Arm.live("B", 0, 0));
        assertThat(VariantAllocator.of(arms, Optional.empty()).p0()).isEqualTo(.006);
        assertThat(VariantAllocator.of(arms, Optional.of(0.0)).p0()).isEqualTo(.005);
        assertThat(VariantAllocator.of(arms, Optional.of(.9)).p0()).isEqualTo(.5);
    }

    // CIS 7.1, stop
    @Test
    void when_the_touches_of_eight_weeks_have_matured_it_ends_without_a_difference() {
        VariantAllocator two = new VariantAllocator(List.of(Arm.live("A", 400, 12), Arm.live("B", 400, 12)), P0);
        assertThat(two.verdict(56 + 6, Reward.POSITIVE_REPLY)).isInstanceOf(Verdict.Leading.class);
        assertThat(two.verdict(56 + 7, Reward.POSITIVE_REPLY)).isInstanceOf(Verdict.NoDifference.class);
        assertThat(two.verdict(56 + 13, Reward.MEETING_BOOKED)).isInstanceOf(Verdict.Leading.class);
        assertThat(two.verdict(56 + 14, Reward.MEETING_BOOKED)).isInstanceOf(Verdict.NoDifference.class);
    }

    // CIS 7.1, stop
    @Test
    void with_two_thousand_matured_touches_in_every_live_arm_it_ends_too() {
        List<Arm> arms = List.of(Arm.live("A", 2_000, 60), Arm.live("B", 1_999, 60));
        assertThat(new VariantAllocator(arms, P0).verdict(20, Reward.POSITIVE_REPLY))
                .isInstanceOf(Verdict.Leading.class);
        List<Arm> full = List.of(Arm.live("A", 2_000, 60), Arm.live("B", 2_000, 60));
        assertThat(new VariantAllocator(full, P0).verdict(20, Reward.POSITIVE_REPLY))
                .isInstanceOf(Verdict.NoDifference.class);
    }

    // CIS 7.1, safety
    @Test
    void an_arm_that_people_complain_about_stops_at_once() {
        assertThat(HarmGuard.stops(200, 8, 200, 0)).isTrue();
        assertThat(HarmGuard.stops(200, 2, 20_000, 0)).isFalse();
        assertThat(HarmGuard.stops(200, 4, 200, 3)).isFalse();
        assertThat(HarmGuard.stops(200, 0, 200, 20)).isFalse();
    }
}
