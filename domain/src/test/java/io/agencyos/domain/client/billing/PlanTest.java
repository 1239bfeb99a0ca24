package io.agencyos.domain.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Result;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @ParameterizedTest
    @CsvSource({ // vocabulary 14, scoring PLAN-1
        "IGNITION,2500,1250,1250,57,69,3,6,1,4,2,5,3,2,5,15,50",
        "VELOCITY,5000,2500,2250,103,123,5,10,2,7,3,10,6,4,15,35,100",
        "DOMINANCE,7500,3750,4500,205,246,10,20,3,14,4,20,12,8,40,80,200",
    })
    void a_plan_grants_what_was_sold(
            Plan plan,
            int price,
            int founding,
            int leads,
            int starts,
            int catchUp,
            int domains,
            int mailboxes,
            int phones,
            int seats,
            int personas,
            int campaigns,
            int ai,
            int custom,
            int meetingsLow,
            int meetingsHigh,
            int aiBudget) {
        Plan.Terms terms = plan.terms();
        assertThat(terms.price()).isEqualTo(Money.dollars(price));
        assertThat(terms.foundingPrice()).isEqualTo(Money.dollars(founding));
        assertThat(terms.leadsPerMonth()).isEqualTo(leads);
        assertThat(terms.startsPerDay()).isEqualTo(starts);
        assertThat(new Pacing(leads, 0, 22, 0, 22).cap()).isEqualTo(catchUp);
        assertThat(terms.resources()).isEqualTo(new Plan.Resources(domains, phones, seats));
        assertThat(terms.resources().mailboxes()).isEqualTo(mailboxes);
        assertThat(terms.personas()).isEqualTo(personas);
        assertThat(terms.campaigns()).isEqualTo(new Plan.Slots(ai, custom));
        assertThat(terms.campaigns().total()).isEqualTo(campaigns);
        assertThat(terms.meetingTarget()).isEqualTo(new Plan.MeetingTarget(meetingsLow, meetingsHigh));
        assertThat(terms.aiBudgetPerDay()).isEqualTo(Money.dollars(aiBudget));
    }

    @ParameterizedTest // outreach 3.3: 22 working days of first touches work the month's leads
    @CsvSource({"IGNITION,1254", "VELOCITY,2266", "DOMINANCE,4510"})
    void a_month_of_starts_works_a_month_of_leads(Plan plan, int starts) {
        assertThat(22 * plan.terms().startsPerDay())
                .isEqualTo(starts)
                .isGreaterThanOrEqualTo(plan.terms().leadsPerMonth());
    }

    @Test // PLAN-1: unknown tier name ⇒ INVALID_TIER listing the three names; names are case-insensitive
    void a_plan_is_known_by_its_name_in_any_case() {
        assertThat(Plan.parse(" Velocity ").orElseThrow()).isEqualTo(Plan.VELOCITY);
        assertThat(Plan.parse("DOMINANCE").orElseThrow()).isEqualTo(Plan.DOMINANCE);
        assertThat(Plan.parse("gold"))
                .isEqualTo(
                        Result.err(new InputProblem("invalid_tier", "The plans are ignition, velocity, dominance.")));
    }

    @Test
    void the_roles_of_a_membership_include_each_other() { // api 5: O ⊃ A ⊃ M ⊃ V
        List<Role> ladder = List.of(Role.VIEWER, Role.MEMBER, Role.ADMIN, Role.OWNER);
        assertThat(Arrays.stream(Role.values()).filter(Role::isMembership)).containsExactlyElementsOf(ladder);
        for (int held = 0; held < ladder.size(); held++) {
            for (int required = 0; required < ladder.size(); required++) {
                assertThat(ladder.get(held).permits(ladder.get(required))).isEqualTo(held >= required);
            }
        }
    }

    @Test
    void staff_and_worker_are_no_members_and_members_are_neither() { // vocabulary 13
        for (Role outside : List.of(Role.PLATFORM_ADMIN, Role.WORKER)) {
            assertThat(Arrays.stream(Role.values()).filter(outside::permits)).containsExactly(outside);
            assertThat(Role.OWNER.permits(outside)).isFalse();
        }
    }

    @Test
    void outreach_runs_on_trial_and_when_paid() { // POOL-6 check 2, outreach check 3
        assertThat(Arrays.stream(SubscriptionStatus.values()).filter(SubscriptionStatus::isRunning))
                .containsExactly(SubscriptionStatus.TRIALING, SubscriptionStatus.ACTIVE);
    }
}
