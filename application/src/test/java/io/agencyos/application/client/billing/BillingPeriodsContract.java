package io.agencyos.application.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.billing.RecordInvoice.Invoice;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.PlanChange;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Periods, invoices and changes of the plan on every store. Source: scoring PLAN-5 and PLAN-6, flows 2.14. */
public abstract class BillingPeriodsContract extends BillingStories {

    private static final LocalDate FEB_28 = LocalDate.of(2026, 2, 28);
    private static final BillingPeriod MARCH = new BillingPeriod(FEB_28, LocalDate.of(2026, 3, 31));

    @Test // PLAN-5: sign-up: tier ignition, trialing, 1,250 credits, anchor day = today
    void a_sign_up_is_a_trial_of_the_smallest_plan() {
        Client client = signUp();
        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.TRIALING);
        assertThat(subscription(client.id()).anchorDay()).isEqualTo(31);
        assertThat(account(client.id()).balance()).isEqualTo(1_250);
        assertThat(account(client.id()).nextReset()).isEqualTo(Instant.parse("2026-02-27T13:00:00Z"));
    }

    @Test // PLAN-5: period 31 Jan–28 Feb; job down until 2 Mar → one reset, new period 28 Feb–31 Mar; 37 → 2,250
    void a_missed_reset_catches_up_with_one_reset_to_the_current_period() {
        Client client = paying(Plan.VELOCITY);
        leave(client.id(), 37);
        at("2026-03-01T22:00:00Z");

        assertThat(due()).contains(client.id());
        assertThat(reset(client.id())).isEqualTo(new ResetCredits.Outcome.Reset(MARCH, 2_250, 37, 0));
        assertThat(reset(client.id())).isInstanceOf(ResetCredits.Outcome.NotDue.class);

        assertThat(balance(client.id())).isEqualTo(2_250);
        assertThat(entries(client.id())).endsWith("expire -37", "grant 2250");
        assertThat(subscription(client.id()).period()).isEqualTo(MARCH);
        assertThat(account(client.id()).nextReset()).isEqualTo(Instant.parse("2026-03-30T13:00:00Z"));
        assertThat(due()).doesNotContain(client.id());
        assertThat(events(client.id()).stream().filter("credit.reset"::equals)).hasSize(1);
    }

    @Test // PLAN-5: a calendar anchor does not drift: ten years of monthly resets
    void ten_years_of_resets_stay_on_the_anchor_and_grant_once_a_month() {
        Client client = paying(Plan.IGNITION);
        for (int month = 0; month < 120; month++) {
            at(account(client.id()).nextReset().toString());
            assertThat(reset(client.id())).isInstanceOf(ResetCredits.Outcome.Reset.class);
        }
        assertThat(subscription(client.id()).periodStart()).isEqualTo(LocalDate.of(2036, 1, 31));
        assertThat(balance(client.id())).isEqualTo(1_250);
        assertThat(ledger(client.id()).stream()
                        .filter(entry -> entry.kind() == CreditEntryKind.GRANT)
                        .map(CreditEntry::period))
                .hasSize(121)
                .doesNotHaveDuplicates();
    }

    @Test // PLAN-5: event + job together reset once; flows crash test 11: three nodes at :00
    void the_paid_invoice_and_the_job_at_once_reset_once() throws InterruptedException, ExecutionException {
        Client client = paying(Plan.IGNITION);
        leave(client.id(), 100);
        at("2026-02-27T13:00:00Z");
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(() -> reset(client.id()) instanceof ResetCredits.Outcome.Reset);
            calls.add(() -> paid(client.id(), FEB_28) instanceof RecordInvoice.Outcome.Recorded);
        }

        assertThat(atOnce(calls)).filteredOn(reset -> reset).hasSize(1);
        assertThat(balance(client.id())).isEqualTo(1_250);
        assertThat(events(client.id()).stream().filter("credit.reset"::equals)).hasSize(1);
    }

    @Test // PLAN-5: reset fires on the paid-invoice event; idempotent per (client, period_start)
    void an_invoice_paid_late_twice_or_for_a_period_to_come_grants_nothing_more() {
        Client client = paying(Plan.IGNITION);
        leave(client.id(), 500);
        at("2026-02-20T00:00:00Z");
        assertThat(paid(client.id(), FEB_28)).isInstanceOf(RecordInvoice.Outcome.Noted.class);
        assertThat(balance(client.id())).isEqualTo(500);
        at("2026-02-28T00:00:00Z");
        assertThat(paid(client.id(), FEB_28)).isInstanceOf(RecordInvoice.Outcome.Recorded.class);
        leave(client.id(), 900);
        assertThat(paid(client.id(), FEB_28)).isInstanceOf(RecordInvoice.Outcome.Noted.class);
        assertThat(paid(client.id(), LocalDate.of(2026, 1, 31))).isInstanceOf(RecordInvoice.Outcome.Noted.class);
        assertThat(balance(client.id())).isEqualTo(900);
        assertThat(entries(client.id())).endsWith("expire -500", "grant 1250");
    }

    @Test // flows 2.14: past_due, paused, cancelled are not reset; on return to active at the next hour if due
    void a_client_that_does_not_pay_waits_for_its_credits() {
        Client client = paying(Plan.IGNITION);
        leave(client.id(), 10);
        assertThat(failed(client.id())).isInstanceOf(RecordInvoice.Outcome.Noted.class);
        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        at("2026-03-05T00:00:00Z");

        assertThat(due()).doesNotContain(client.id());
        assertThat(reset(client.id())).isInstanceOf(ResetCredits.Outcome.NotDue.class);
        assertThat(balance(client.id())).isEqualTo(10);

        assertThat(paid(client.id(), FEB_28)).isInstanceOf(RecordInvoice.Outcome.Recorded.class);
        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(balance(client.id())).isEqualTo(1_250);
    }

    @Test // PLAN-5: null is filled from the subscription start without a second grant
    void an_account_that_does_not_know_its_reset_learns_it_without_a_grant() {
        Client client = signUp();
        in(client.id(), () -> {
            ports().credits().schedule(client.id(), null);
            return true;
        });
        assertThat(due()).contains(client.id());

        assertThat(reset(client.id()))
                .isEqualTo(new ResetCredits.Outcome.Scheduled(Instant.parse("2026-02-27T13:00:00Z")));
        assertThat(entries(client.id())).containsExactly("grant 1250");
        assertThat(due()).doesNotContain(client.id());
    }

    @Test // PLAN-6: Ignition→Velocity with 300 left → 1,300; flows 2.14: with 200 left → 1,200
    void an_upgrade_acts_at_once() {
        Client client = paying(Plan.IGNITION);
        leave(client.id(), 300);

        assertThat(change(client.id(), Plan.VELOCITY))
                .isEqualTo(new ChangePlan.Outcome.Done(
                        new PlanChange.Upgrade(Plan.IGNITION, Plan.VELOCITY, 1_000, Money.dollars(2_500))));

        assertThat(balance(client.id())).isEqualTo(1_300);
        assertThat(account(client.id()).quota()).isEqualTo(2_250);
        assertThat(subscription(client.id()).plan()).isEqualTo(Plan.VELOCITY);
        assertThat(entries(client.id())).endsWith("upgrade 1000");
        assertThat(change(client.id(), Plan.VELOCITY))
                .isEqualTo(new ChangePlan.Outcome.Done(new PlanChange.None(Plan.VELOCITY)));
        assertThat(balance(client.id())).isEqualTo(1_300);
        Client second = paying(Plan.IGNITION);
        leave(second.id(), 200);
        change(second.id(), Plan.VELOCITY);
        assertThat(balance(second.id())).isEqualTo(1_200);
    }

    @Test // PLAN-6: downgrade at next period start: quota, slots; current month keeps its limits
    void a_downgrade_acts_at_the_next_period_and_pauses_what_has_no_slot() {
        Client client = paying(Plan.VELOCITY);
        leave(client.id(), 1_800);
        assertThat(change(client.id(), Plan.IGNITION))
                .isEqualTo(new ChangePlan.Outcome.Done(
                        new PlanChange.Downgrade(Plan.VELOCITY, Plan.IGNITION, -1_000, FEB_28)));
        assertThat(subscription(client.id()).plan()).isEqualTo(Plan.VELOCITY);
        assertThat(balance(client.id())).isEqualTo(1_800);
        assertThat(squeezed).isEmpty();
        at("2026-02-27T13:00:00Z");

        assertThat(reset(client.id())).isEqualTo(new ResetCredits.Outcome.Reset(MARCH, 1_250, 1_800, 2));

        assertThat(entries(client.id())).endsWith("downgrade -550", "expire -1250", "grant 1250");
        assertThat(balance(client.id())).isEqualTo(1_250);
        assertThat(subscription(client.id()).plan()).isEqualTo(Plan.IGNITION);
        assertThat(squeezed).containsExactly(Plan.IGNITION.terms().campaigns());
    }

    @Test // PLAN-6: a planned downgrade may be taken back, or give way to an upgrade
    void a_planned_downgrade_is_taken_back_by_choosing_the_plan_in_force() {
        Client client = paying(Plan.VELOCITY);
        change(client.id(), Plan.IGNITION);
        assertThat(change(client.id(), Plan.VELOCITY))
                .isEqualTo(new ChangePlan.Outcome.Done(new PlanChange.Stay(Plan.VELOCITY)));
        at("2026-02-27T13:00:00Z");
        reset(client.id());
        assertThat(balance(client.id())).isEqualTo(2_250);
        assertThat(squeezed).isEmpty();
    }

    @Test // api 9.2: dry_run changes nothing; only the owner; a trial chooses its plan at the checkout
    void a_change_may_be_looked_at_first_and_is_the_owners() {
        Client client = paying(Plan.IGNITION);
        TenantScope owner = new TenantScope(client.id(), null, Role.OWNER);
        assertThat(billing().changePlan().change(owner, Plan.DOMINANCE, true, Origin.NONE))
                .isEqualTo(new ChangePlan.Outcome.Done(
                        new PlanChange.Upgrade(Plan.IGNITION, Plan.DOMINANCE, 3_250, Money.dollars(5_000))));
        assertThat(subscription(client.id()).plan()).isEqualTo(Plan.IGNITION);
        assertThat(billing()
                        .changePlan()
                        .change(new TenantScope(client.id(), null, Role.ADMIN), Plan.DOMINANCE, false, Origin.NONE))
                .isEqualTo(new ChangePlan.Outcome.RoleRequired(Role.OWNER));
        assertThat(change(signUp().id(), Plan.VELOCITY))
                .isEqualTo(new ChangePlan.Outcome.NotPaid(SubscriptionStatus.TRIALING));
        assertThat(units().onPlatform(() -> ports().clients().findBySlug("test-" + client.slug()))
                        .map(twin -> change(twin.id(), Plan.VELOCITY)))
                .contains(new ChangePlan.Outcome.Twin());
        assertThat(audit(client.id())).isNotEmpty();
    }

    @Test // data model 14: credit reset and upgrade at once: serialised on credit_account; ledger sums to balance
    void a_reset_and_an_upgrade_at_once_happen_one_after_the_other() throws InterruptedException, ExecutionException {
        Client client = paying(Plan.IGNITION);
        leave(client.id(), 300);
        at("2026-02-27T13:00:00Z");
        List<Callable<Boolean>> calls = List.of(
                () -> reset(client.id()) instanceof ResetCredits.Outcome.Reset,
                () -> change(client.id(), Plan.VELOCITY) instanceof ChangePlan.Outcome.Done,
                () -> reset(client.id()) instanceof ResetCredits.Outcome.Reset,
                () -> change(client.id(), Plan.VELOCITY) instanceof ChangePlan.Outcome.Done);

        assertThat(atOnce(calls)).filteredOn(done -> done).hasSize(3);

        assertThat(balance(client.id())).isEqualTo(2_250);
        assertThat(account(client.id()).quota()).isEqualTo(2_250);
        assertThat(entries(client.id()).stream().filter(entry -> entry.startsWith("upgrade")))
                .hasSize(1);
    }

    @Test // PLAN-5: payment confirmed: tier from plan; a later period keeps the anchor
    void a_checkout_after_a_trial_takes_the_plan_and_keeps_the_anchor() {
        Client client = signUp();
        wait(Duration.ofDays(3));
        leave(client.id(), 1_000);

        checkout("checkout-1-" + client.id().text(), client.id(), Plan.VELOCITY, false);
        checkout("checkout-1-" + client.id().text(), client.id(), Plan.VELOCITY, false);

        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(subscription(client.id()).anchorDay()).isEqualTo(31);
        assertThat(balance(client.id())).isEqualTo(2_000);
        assertThat(entries(client.id())).containsExactly("grant 1250", "upgrade 1000");
    }

    @Test // PLAN-6: cancelled; a new checkout begins a new subscription with an anchor of its own
    void who_comes_back_begins_anew_with_one_grant() {
        Client client = paying(Plan.VELOCITY);
        leave(client.id(), 700);
        cancel(client.id());
        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.CANCELLED);
        assertThat(paid(client.id(), FEB_28)).isInstanceOf(RecordInvoice.Outcome.NotFound.class);
        at("2026-04-10T02:00:00Z");
        assertThat(due()).doesNotContain(client.id());

        checkout(client.id(), Plan.IGNITION, false);

        assertThat(subscription(client.id()).anchorDay()).isEqualTo(10);
        assertThat(subscription(client.id()).period())
                .isEqualTo(new BillingPeriod(LocalDate.of(2026, 4, 10), LocalDate.of(2026, 5, 10)));
        assertThat(balance(client.id())).isEqualTo(1_250);
        assertThat(reset(client.id())).isInstanceOf(ResetCredits.Outcome.NotDue.class);
    }

    @Test // PLAN-5: idempotent per (client, period_start)
    void who_comes_back_on_the_day_that_was_granted_already_is_not_granted_it_again() {
        Client client = paying(Plan.IGNITION);
        leave(client.id(), 700);
        cancel(client.id());

        checkout(client.id(), Plan.VELOCITY, false);

        assertThat(balance(client.id())).isEqualTo(1_700);
        assertThat(account(client.id()).quota()).isEqualTo(2_250);
        assertThat(entries(client.id())).containsExactly("grant 1250", "upgrade 1000");
        cancel(client.id());
        checkout(client.id(), Plan.IGNITION, false);
        assertThat(balance(client.id())).isEqualTo(1_700);
        assertThat(account(client.id()).quota()).isEqualTo(1_250);
        assertThat(account(client.id()).nextReset()).isEqualTo(Instant.parse("2026-02-27T13:00:00Z"));
    }

    private void cancel(ClientId client) {
        assertThat(billing()
                        .changeSubscription()
                        .change(person(), client, ChangeSubscription.Order.CANCEL, Origin.NONE))
                .isInstanceOf(ChangeSubscription.Outcome.Done.class);
    }

    private List<AuditEntry> audit(ClientId client) {
        return in(client, () -> ports().audit().newest(client, 50));
    }

    private StepsByHand hourly() {
        return new StepsByHand(CreditReset.flow(billing().resetCredits(), units()));
    }

    @Test // flows 2.14: due, reset, total granted; one that is not due is left alone
    void the_hourly_run_resets_every_account_that_is_due() {
        Client one = paying(Plan.IGNITION);
        Client two = paying(Plan.VELOCITY);
        leave(one.id(), 37);
        at("2026-02-27T13:00:00Z");

        StepResult.Done came = hourly().onPlatform(now());

        // each with its twin, and whoever else is due in this store
        assertThat(came.counts().done()).isEqualTo(came.counts().total()).isGreaterThanOrEqualTo(4);
        assertThat(came.outcome().counts())
                .containsEntry("reset", (long) came.counts().done())
                .containsKeys("granted", "expired");
        assertThat(entries(one.id())).endsWith("expire -37", "grant 1250");
        assertThat(balance(one.id())).isEqualTo(1_250);
        assertThat(balance(two.id())).isEqualTo(2_250);
        assertThat(hourly().onPlatform(now()).counts()).isEqualTo(Counts.NONE);
    }

    @Test // flows 4, test 11: credit_reset on 3 nodes at :00 → one grant per client
    void three_nodes_at_once_grant_every_client_once() throws InterruptedException, ExecutionException {
        List<Client> clients = List.of(paying(Plan.IGNITION), paying(Plan.IGNITION), paying(Plan.IGNITION));
        at("2026-02-27T13:00:00Z");
        Callable<StepResult.Done> node = () -> hourly().onPlatform(now());

        assertThat(atOnce(List.of(node, node, node)))
                .allSatisfy(came -> assertThat(came.counts().failed()).isZero());

        assertThat(clients)
                .allSatisfy(client -> assertThat(entries(client.id()))
                        .endsWith("expire -1250", "grant 1250")
                        .containsOnlyOnce("expire -1250"));
    }

    private List<ClientId> due() {
        return units().onPlatform(() -> billing().resetCredits().due(now(), null, 1000));
    }

    private ResetCredits.Outcome reset(ClientId client) {
        return billing().resetCredits().reset(client);
    }

    private RecordInvoice.Outcome paid(ClientId client, LocalDate start) {
        return billing()
                .recordInvoice()
                .record(client, new Invoice.Paid(UUID.randomUUID().toString(), Money.dollars(2_500), start));
    }

    private RecordInvoice.Outcome failed(ClientId client) {
        return billing()
                .recordInvoice()
                .record(client, new Invoice.Failed(UUID.randomUUID().toString(), Money.dollars(2_500)));
    }
}
