package io.agencyos.application.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff do to credits and subscriptions, and what is checked by itself. Source: scoring PLAN-4, PLAN-6. */
public abstract class BillingDeskContract extends BillingStories {

    private static final String WHY = "Two days of an outage of ours";

    @Test // B11: blocked by us on ≥ 2 working days → ≤ 5 % of the quota survive 3 days; the rest expires then, once
    void who_was_held_up_by_us_keeps_some_credits_for_three_days() {
        Client client = paying(Plan.IGNITION);
        Client other = paying(Plan.IGNITION);
        outage(client.id());
        // Monday and, however often, Tuesday 9:00 and later; the night and Sunday count for nobody
        for (String hour : List.of(
                "2026-02-01T01:00:00Z", "2026-02-01T22:00:00Z", "2026-02-02T22:00:00Z", "2026-02-03T02:00:00Z")) {
            at(hour);
            heldUp().note();
        }
        leave(client.id(), 100);
        leave(other.id(), 100);
        at("2026-02-27T13:00:00Z");

        reset(other.id());
        assertThat(reset(client.id()))
                .isInstanceOfSatisfying(
                        ResetCredits.Outcome.Reset.class,
                        reset -> assertThat(reset.expired()).isEqualTo(38));
        assertThat(entries(client.id())).endsWith("expire -38", "grant 1250");
        assertThat(entries(other.id())).endsWith("expire -100", "grant 1250");
        assertThat(balance(client.id())).isEqualTo(1_312);

        in(client.id(), () -> ports().credits().consume(client.id(), new LeadId(UUID.randomUUID())));
        at("2026-03-02T12:59:59Z");
        assertThat(due()).doesNotContain(client.id());
        assertThat(reset(client.id())).isInstanceOf(ResetCredits.Outcome.NotDue.class);
        at("2026-03-02T13:00:00Z");
        assertThat(due()).contains(client.id()).doesNotContain(other.id());
        assertThat(reset(client.id())).isEqualTo(new ResetCredits.Outcome.GraceOver(61));
        assertThat(reset(client.id())).isInstanceOf(ResetCredits.Outcome.NotDue.class);

        assertThat(balance(client.id())).isEqualTo(1_250);
        assertThat(entries(client.id())).endsWith("consume -1", "expire -61");
        at("2026-03-30T13:00:00Z");
        assertThat(reset(client.id())).isInstanceOf(ResetCredits.Outcome.Reset.class);
        assertThat(entries(client.id())).endsWith("expire -1250", "grant 1250");
    }

    @Test // B11: resource shortfall; on one working day nothing survives
    void senders_that_were_not_in_stock_hold_a_client_up_too_and_one_day_is_not_enough() {
        Client client = paying(Plan.IGNITION);
        units().onPlatform(() -> ports().alerts()
                .raise(Alert.of(
                        "resource_shortfall:" + client.id().text() + ":email_domain",
                        Alert.Severity.WARNING,
                        "resource_shortfall:" + client.id().text(),
                        client.id(),
                        "for a test",
                        Map.of(),
                        now())));
        at("2026-02-03T01:00:00Z");
        heldUp().note();
        LocalDate day = LocalDate.of(2026, 2, 3);
        assertThat(in(client.id(), () -> ports().heldUp().count(client.id(), day, day.plusDays(1))))
                .isOne();
        assertThat(in(client.id(), () -> ports().heldUp().count(client.id(), day.minusDays(9), day)))
                .isZero();
        leave(client.id(), 30);
        at("2026-02-27T13:00:00Z");

        reset(client.id());

        assertThat(entries(client.id())).endsWith("expire -30", "grant 1250");
    }

    private NoteHeldUpDays heldUp() {
        return new NoteHeldUpDaysService(ports(), stand().breakers(), units(), this::now);
    }

    private void outage(ClientId client) {
        in(client, () -> {
            stand().breakers()
                    .save(Breaker.closed(client, BreakerScope.VENDOR, "apollo")
                            .open("unavailable", "down", Breaker.SYSTEM, now(), now()));
            return true;
        });
    }

    private ResetCredits.Outcome reset(ClientId client) {
        return billing().resetCredits().reset(client);
    }

    private List<ClientId> due() {
        return units().onPlatform(() -> billing().resetCredits().due(now(), null, 1000));
    }

    @Test // vocabulary 15: adjust, by staff, with reason; api 9.17, audited
    void staff_correct_credits_and_say_why() {
        Client client = signUp();
        UserId staff = person();

        assertThat(adjust(staff, client.id(), 50, WHY)).isInstanceOf(AdjustCredits.Outcome.Adjusted.class);

        assertThat(balance(client.id())).isEqualTo(1_300);
        CreditEntry entry = ledger(client.id()).getFirst();
        assertThat(entry.kind()).isEqualTo(CreditEntryKind.ADJUST);
        assertThat(entry.reason()).isEqualTo(WHY);
        assertThat(entry.actor()).isEqualTo(staff);
        AuditEntry line =
                in(client.id(), () -> ports().audit().newest(client.id(), 1)).getFirst();
        assertThat(line.changes()).containsEntry("balance", new Change("1250", "1300"));
        assertThat(line.metadata()).containsEntry("reason", WHY);
        assertThat(line.actor().id()).isEqualTo(staff.value());
    }

    @Test // PLAN-4: never negative
    void no_more_is_taken_than_there_is_and_nothing_without_a_reason() {
        Client client = signUp();
        UserId staff = person();
        assertThat(adjust(staff, client.id(), -1_251, WHY)).isEqualTo(new AdjustCredits.Outcome.TooMuch(1_250));
        assertThat(adjust(staff, client.id(), 0, "too short")).isEqualTo(new AdjustCredits.Outcome.Invalid(true, true));
        assertThat(adjust(staff, client.id(), Integer.MIN_VALUE, WHY))
                .isEqualTo(new AdjustCredits.Outcome.TooMuch(1_250));
        assertThat(adjust(staff, new ClientId(UUID.randomUUID()), 1, WHY))
                .isInstanceOf(AdjustCredits.Outcome.NotFound.class);
        assertThat(entries(client.id())).containsExactly("grant 1250");
    }

    @Test // scoring events: credit.low (< 10 % of quota), once
    void running_low_is_told_once() {
        Client client = signUp();
        UserId staff = person();
        adjust(staff, client.id(), -1_125, WHY);
        assertThat(events(client.id())).doesNotContain("credit.low");
        adjust(staff, client.id(), -1, WHY);
        adjust(staff, client.id(), -1, WHY);
        adjust(staff, client.id(), 1, WHY);
        assertThat(events(client.id()).stream().filter("credit.low"::equals)).hasSize(1);
    }

    @Test // PLAN-6: paused keeps everything, cancelled is over
    void staff_pause_and_cancel_a_subscription() {
        Client client = paying(Plan.VELOCITY);
        UserId staff = person();
        assertThat(change(staff, client.id(), ChangeSubscription.Order.PAUSE))
                .isInstanceOf(ChangeSubscription.Outcome.Done.class);
        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.PAUSED);
        assertThat(balance(client.id())).isEqualTo(2_250);
        assertThat(change(staff, client.id(), ChangeSubscription.Order.CANCEL))
                .isInstanceOf(ChangeSubscription.Outcome.Done.class);
        assertThat(change(staff, client.id(), ChangeSubscription.Order.CANCEL))
                .isInstanceOf(ChangeSubscription.Outcome.Done.class);
        assertThat(change(staff, client.id(), ChangeSubscription.Order.PAUSE))
                .isEqualTo(new ChangeSubscription.Outcome.Over(SubscriptionStatus.CANCELLED));
        assertThat(change(staff, new ClientId(UUID.randomUUID()), ChangeSubscription.Order.PAUSE))
                .isInstanceOf(ChangeSubscription.Outcome.NotFound.class);
        assertThat(in(client.id(), () -> ports().audit().newest(client.id(), 50)).stream()
                        .filter(line -> line.changes().containsKey("status")
                                && staff.value().equals(line.actor().id())))
                .hasSize(2);
    }

    @Test // data model 5.2: balance = Σ amount (nightly check, alert on drift)
    void a_balance_that_is_not_its_entries_raises_an_alert_until_it_is_mended() {
        Client client = signUp();
        assertThat(billing().checkLedgers().check()).isZero();
        tamper(client.id(), 1_260);

        assertThat(billing().checkLedgers().check()).isEqualTo(1);
        assertThat(billing().checkLedgers().check()).isEqualTo(1);
        assertThat(open(client.id())).singleElement().satisfies(alert -> {
            assertThat(alert.severity()).isEqualTo(Alert.Severity.CRITICAL);
            assertThat(alert.count()).isEqualTo(2);
            assertThat(alert.detail()).containsEntry("balance", "1260").containsEntry("sum", "1250");
        });

        tamper(client.id(), 1_250);
        assertThat(billing().checkLedgers().check()).isZero();
        assertThat(open(client.id())).isEmpty();
    }

    @Test // api 9.2: subscription is the owner's, credits are an admin's
    void the_owner_sees_the_subscription_and_admins_the_ledger() {
        Client client = signUp();
        assertThat(billing().showSubscription().of(as(client.id(), Role.OWNER)))
                .isEqualTo(new ShowSubscription.Outcome.Shown(subscription(client.id())));
        assertThat(billing().showSubscription().of(as(client.id(), Role.ADMIN)))
                .isEqualTo(new ShowSubscription.Outcome.RoleRequired(Role.OWNER));
        assertThat(billing().listCredits().list(as(client.id(), Role.MEMBER), null, 10))
                .isEqualTo(new ListCredits.Outcome.RoleRequired(Role.ADMIN));
        assertThat(billing().listCredits().list(as(client.id(), Role.ADMIN), null, 10))
                .isInstanceOfSatisfying(
                        ListCredits.Outcome.Listed.class,
                        listed -> assertThat(listed.entries()).hasSize(1));
        CreditEntry only = ledger(client.id()).getFirst();
        assertThat(billing()
                        .listCredits()
                        .list(as(client.id(), Role.ADMIN), new Credits.After(only.at(), only.id()), 10))
                .isInstanceOfSatisfying(
                        ListCredits.Outcome.Listed.class,
                        listed -> assertThat(listed.entries()).isEmpty());
    }

    private static TenantScope as(ClientId client, Role role) {
        return new TenantScope(client, null, role);
    }

    private AdjustCredits.Outcome adjust(UserId staff, ClientId client, int delta, String reason) {
        return billing()
                .adjustCredits()
                .adjust(staff, new AdjustCredits.Correction(client, delta, reason), Origin.NONE);
    }

    private ChangeSubscription.Outcome change(UserId staff, ClientId client, ChangeSubscription.Order order) {
        return billing().changeSubscription().change(staff, client, order, Origin.NONE);
    }

    private List<Alert> open(ClientId client) {
        return units().onPlatform(() -> ports().alerts().open(200)).stream()
                .filter(alert -> client.equals(alert.clientId()))
                .toList();
    }
}
