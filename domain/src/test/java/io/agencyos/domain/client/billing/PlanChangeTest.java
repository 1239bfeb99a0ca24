package io.agencyos.domain.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.billing.CreditReset.Move;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanChangeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final ClientId CLIENT = new ClientId(new UUID(0, 1));

    private static Subscription paid(Plan plan, boolean founding) {
        return Subscription.begin(CLIENT, plan, SubscriptionStatus.ACTIVE, TODAY, founding);
    }

    @Test // PLAN-5: sign-up: tier ignition, trialing, anchor day = today
    void a_trial_is_of_the_smallest_plan_and_anchored_today() {
        Subscription trial = Subscription.trial(CLIENT, TODAY);
        assertThat(trial.plan()).isEqualTo(Plan.IGNITION);
        assertThat(trial.status()).isEqualTo(SubscriptionStatus.TRIALING);
        assertThat(trial.anchorDay()).isEqualTo(31);
        assertThat(trial.periodEnd()).isEqualTo("2026-02-28");
    }

    @Test // PLAN-6: upgrade immediately: credits += new quota − old quota
    void an_upgrade_is_the_difference_in_leads_and_in_price() {
        assertThat(PlanChange.of(paid(Plan.IGNITION, false), Plan.VELOCITY))
                .isEqualTo(new PlanChange.Upgrade(Plan.IGNITION, Plan.VELOCITY, 1_000, Money.dollars(2_500)));
        assertThat(PlanChange.of(paid(Plan.IGNITION, true), Plan.DOMINANCE))
                .isEqualTo(new PlanChange.Upgrade(Plan.IGNITION, Plan.DOMINANCE, 3_250, Money.dollars(2_500)));
    }

    @Test // PLAN-6: downgrade at next period start
    void a_downgrade_waits_for_the_next_period_and_may_be_taken_back() {
        Subscription velocity = paid(Plan.VELOCITY, false);
        assertThat(PlanChange.of(velocity, Plan.IGNITION))
                .isEqualTo(new PlanChange.Downgrade(Plan.VELOCITY, Plan.IGNITION, -1_000, LocalDate.of(2026, 2, 28)));
        Subscription waiting = velocity.then(Plan.IGNITION);
        assertThat(PlanChange.of(waiting, Plan.VELOCITY)).isEqualTo(new PlanChange.Stay(Plan.VELOCITY));
        assertThat(PlanChange.of(velocity, Plan.VELOCITY)).isEqualTo(new PlanChange.None(Plan.VELOCITY));
        assertThat(waiting.in(waiting.anchor().containing(waiting.periodEnd())))
                .isEqualTo(new Subscription(
                        CLIENT,
                        Plan.IGNITION,
                        SubscriptionStatus.ACTIVE,
                        31,
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31),
                        false,
                        null));
    }

    @Test // PLAN-6, PLAN-7: cancelled: founding price lost
    void who_cancels_loses_the_founding_price_and_what_was_planned() {
        Subscription over = paid(Plan.VELOCITY, true).then(Plan.IGNITION).as(SubscriptionStatus.CANCELLED);
        assertThat(over.founding()).isFalse();
        assertThat(over.pendingPlan()).isNull();
        assertThat(paid(Plan.VELOCITY, true).as(SubscriptionStatus.PAUSED).price())
                .isEqualTo(Money.dollars(2_500));
        assertThat(over.price()).isEqualTo(Money.dollars(5_000));
    }

    @Test // PLAN-5: 37 unused credits become 2,250, not 2,287; flows 2.14: 37 of ignition → −37, +1,250
    void nothing_is_carried_over() {
        CreditReset reset = CreditReset.of(37, 2_250, 2_250);
        assertThat(reset.closing()).containsExactly(new Move(CreditEntryKind.EXPIRE, -37));
        assertThat(reset.grant()).isEqualTo(2_250);
        assertThat(CreditReset.of(0, 1_250, 1_250).closing()).isEmpty();
    }

    @Test // PLAN-6, flows 2.14: downgrade at period end, min(balance, new)
    void a_smaller_plan_cuts_first_what_it_would_not_have_granted() {
        assertThat(CreditReset.of(1_800, 2_250, 1_250).closing())
                .containsExactly(new Move(CreditEntryKind.DOWNGRADE, -550), new Move(CreditEntryKind.EXPIRE, -1_250));
        assertThat(CreditReset.of(300, 2_250, 1_250).closing()).containsExactly(new Move(CreditEntryKind.EXPIRE, -300));
    }

    @Test // B11: unused credits ≤ 5 % of quota survive 3 days
    void a_client_that_was_held_up_keeps_a_twentieth_of_the_quota_for_a_while() {
        Instant until = Instant.parse("2026-03-30T13:00:00Z");
        assertThat(CreditReset.of(37, 2_250, 2_250, until))
                .isEqualTo(new CreditReset(List.of(), 2_250, new CreditGrace(37, until)));
        assertThat(CreditReset.of(300, 2_250, 2_250, until))
                .isEqualTo(new CreditReset(
                        List.of(new Move(CreditEntryKind.EXPIRE, -188)), 2_250, new CreditGrace(112, until)));
        assertThat(CreditReset.of(1_800, 2_250, 1_250, until).closing())
                .containsExactly(new Move(CreditEntryKind.DOWNGRADE, -550), new Move(CreditEntryKind.EXPIRE, -1_138));
        assertThat(CreditReset.of(0, 2_250, 2_250, until).grace()).isNull();
        assertThat(CreditReset.of(37, 2_250, 2_250, null).grace()).isNull();
    }

    @Test // B11: what is carried is used up first; what is left expires, and never more than there is
    void a_grace_ends_with_what_nobody_used() {
        CreditGrace grace = new CreditGrace(62, Instant.EPOCH);
        assertThat(grace.left(0, 1_312)).isEqualTo(62);
        assertThat(grace.left(40, 1_272)).isEqualTo(22);
        assertThat(grace.left(62, 1_250)).isZero();
        assertThat(grace.left(200, 1_112)).isZero();
        assertThat(grace.left(0, 5)).isEqualTo(5);
    }

    @ParameterizedTest // B11: blocked by us on working days
    @CsvSource({
        "2026-03-06T08:59, false",
        "2026-03-06T09:00, true",
        "2026-03-06T16:59, true",
        "2026-03-06T17:00, false",
        "2026-03-07T12:00, false",
        "2026-03-08T12:00, false",
        "2026-03-09T12:00, true"
    })
    void nobody_is_held_up_at_night_or_at_the_weekend(String local, boolean heldUp) {
        assertThat(HeldUpDay.isAtWork(LocalDateTime.parse(local).atZone(ZoneId.of("Australia/Perth"))))
                .isEqualTo(heldUp);
    }

    @Test // B11: by us: a vendor outage; not the client's own refused account, nor a person's will
    void an_outage_is_ours_unless_the_clients_own_account_refuses_it() {
        Instant now = Instant.parse("2026-03-06T01:00:00Z");
        Breaker closed = Breaker.closed(CLIENT, BreakerScope.VENDOR, "apollo");
        Breaker down = closed.open("503", "down", Breaker.SYSTEM, now, now.plusSeconds(300));
        Breaker refused = closed.open("401", "refused", Breaker.SYSTEM, now, null);
        assertThat(HeldUpDay.isOurs(closed, true)).isFalse();
        assertThat(HeldUpDay.isOurs(down, false)).isTrue();
        assertThat(HeldUpDay.isOurs(down.probing(now), false)).isTrue();
        assertThat(HeldUpDay.isOurs(refused, false)).isFalse();
        assertThat(HeldUpDay.isOurs(refused, true)).isTrue();
        assertThat(HeldUpDay.isOurs(closed.open("stop", "stop", "somebody", now, null), true))
                .isFalse();
        assertThat(HeldUpDay.isOurs(
                        Breaker.closed(CLIENT, BreakerScope.CREDITS, "").open("none", "none", Breaker.SYSTEM, now, now),
                        true))
                .isFalse();
    }

    @Property // PLAN-4, PLAN-5: the balance is the quota after every reset, and never negative on the way
    void every_reset_ends_at_the_quota(
            @ForAll @IntRange(min = 0, max = 10_000) int balance,
            @ForAll @IntRange(min = 1, max = 5_000) int before,
            @ForAll @IntRange(min = 1, max = 5_000) int quota) {
        CreditReset reset = CreditReset.of(balance, before, quota);
        int left = balance;
        for (Move move : reset.closing()) {
            assertThat(move.amount()).isNegative();
            left += move.amount();
            assertThat(left).isNotNegative();
        }
        assertThat(left + reset.grant()).isEqualTo(quota);
    }

    @Test // scoring events: credit.low (< 10 % of quota)
    void credits_are_low_below_a_tenth_of_the_quota() {
        assertThat(account(125).isLow()).isFalse();
        assertThat(account(124).isLow()).isTrue();
        assertThat(account(124).becameLowBy(1)).isTrue();
        assertThat(account(120).becameLowBy(4)).isFalse();
        assertThat(account(120).becameLowBy(5)).isTrue();
        assertThat(account(125).becameLowBy(100)).isFalse();
    }

    private static CreditAccount account(int balance) {
        return new CreditAccount(CLIENT, balance, 1_250, TODAY, null);
    }
}
