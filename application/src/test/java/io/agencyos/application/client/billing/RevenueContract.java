package io.agencyos.application.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.billing.RecordInvoice.Invoice;
import io.agencyos.application.client.billing.RevenueLedger.After;
import io.agencyos.application.client.billing.RevenueLedger.Filter;
import io.agencyos.application.client.billing.RevenueLedger.Line;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Revenue.Figures;
import io.agencyos.domain.client.billing.Revenue.Month;
import io.agencyos.domain.client.billing.Revenue.Movements;
import io.agencyos.domain.client.billing.RevenueEntry.Kind;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the platform earns, read off what was booked, on every store. Source: api 9.17 revenue and transactions. */
public abstract class RevenueContract extends BillingStories {

    private static final LocalDate FEB_28 = LocalDate.of(2026, 2, 28);
    /** Every line. */
    protected static final Filter ALL = new Filter(Set.of(), Set.of(), null, null);

    private List<Line> lines(Filter filter, After after, int limit) {
        return billing().readRevenue().transactions(filter, after, limit);
    }

    private List<String> told(ClientId client) {
        return lines(new Filter(Set.of(client), Set.of(), null, null), null, 100).reversed().stream()
                .map(line ->
                        line.entry().kind().wire() + " " + line.entry().change().cents() / 100)
                .toList();
    }

    private Month month(YearMonth month) {
        return billing().readRevenue().months(month, 1).getFirst();
    }

    private void order(ClientId client, ChangeSubscription.Order order) {
        assertThat(billing().changeSubscription().change(person(), client, order, Origin.NONE))
                .isInstanceOf(ChangeSubscription.Outcome.Done.class);
    }

    @Test // api 9.17: MRR at the price agreed, founding = half; new, expansion, contraction, churned by month
    void every_booking_is_a_line_and_the_months_follow_from_them() {
        Client founder = signUp();
        assertThat(told(founder.id())).as("a trial pays nothing").isEmpty();
        checkout(founder.id(), Plan.IGNITION, true);
        Client grows = paying(Plan.IGNITION);
        Client shrinks = paying(Plan.DOMINANCE);
        Client leaves = paying(Plan.IGNITION);
        at("2026-02-05T00:00:00Z");
        assertThat(change(grows.id(), Plan.VELOCITY)).isInstanceOf(ChangePlan.Outcome.Done.class);
        assertThat(change(shrinks.id(), Plan.VELOCITY)).isInstanceOf(ChangePlan.Outcome.Done.class);
        order(leaves.id(), ChangeSubscription.Order.CANCEL);

        Figures january = month(YearMonth.of(2026, 1)).total().orElseThrow();
        Figures february = month(YearMonth.of(2026, 2)).total().orElseThrow();

        assertThat(january.monthly()).isEqualTo(Money.dollars(13_750));
        assertThat(january.movements().orElseThrow().change()).isNull();
        assertThat(february.monthly()).isEqualTo(Money.dollars(13_750));
        assertThat(february.movements())
                .hasValue(new Movements(
                        Money.dollars(13_750), Money.ZERO, Money.dollars(2_500), Money.ZERO, Money.dollars(2_500)));
        assertThat(february.movements().orElseThrow().churnRate()).isEqualTo(new BigDecimal("0.1818"));
        assertThat(told(founder.id())).containsExactly("started 1250");
        assertThat(told(grows.id())).containsExactly("started 2500", "raised 2500");
        assertThat(told(leaves.id())).containsExactly("started 2500", "cancelled -2500");

        // the smaller plan takes over with its period
        assertThat(told(shrinks.id())).containsExactly("started 7500");
        at("2026-02-27T13:00:00Z");
        billing().resetCredits().reset(shrinks.id());
        assertThat(told(shrinks.id())).containsExactly("started 7500", "lowered -2500");
        assertThat(month(YearMonth.of(2026, 2)).plans().get(Plan.VELOCITY).clients())
                .isEqualTo(2);
    }

    @Test // api 9.17: the ledger and what is booked agree at every moment
    void what_the_ledger_says_is_what_is_booked() {
        Client one = paying(Plan.VELOCITY);
        Client two = paying(Plan.IGNITION);
        fail(two.id(), "in-1");
        order(one.id(), ChangeSubscription.Order.PAUSE);
        Client three = paying(Plan.DOMINANCE);

        Money booked = List.of(one, two, three).stream()
                .map(client -> subscription(client.id()).monthly())
                .reduce(Money.ZERO, Money::plus);

        assertThat(month(YearMonth.of(2026, 1)).total().orElseThrow().monthly())
                .isEqualTo(booked)
                .isEqualTo(Money.dollars(7_500));
    }

    @Test // PLAN-5: as the payments vendor reports it, perhaps more than once
    void an_invoice_is_one_line_and_an_old_payment_told_again_excuses_no_newer_debt() {
        Client client = paying(Plan.IGNITION);
        at("2026-02-27T13:00:00Z");
        pay(client.id(), "in-1");
        pay(client.id(), "in-1");
        fail(client.id(), "in-2");
        pay(client.id(), "in-1");

        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(told(client.id()))
                .containsExactlyInAnyOrder("started 2500", "invoice_paid 0", "invoice_failed 0", "past_due -2500");

        pay(client.id(), "in-2");
        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        Line paid = lines(new Filter(Set.of(client.id()), Set.of(Kind.INVOICE_PAID), null, null), null, 10).stream()
                .filter(line -> "in-2".equals(line.entry().reference()))
                .findFirst()
                .orElseThrow();
        assertThat(paid.entry().amount()).isEqualTo(Money.dollars(2_500));
        assertThat(paid.clientName()).isEqualTo(client.name());
    }

    @Test // api 1.4, 9.17: cursor paging, filter client_id
    void the_lines_are_paged_newest_first() {
        Client one = paying(Plan.IGNITION);
        wait(Duration.ofHours(1));
        Client two = paying(Plan.VELOCITY);
        Instant between = now();
        wait(Duration.ofHours(1));
        order(one.id(), ChangeSubscription.Order.CANCEL);

        List<Line> first = lines(ALL, null, 2);
        assertThat(first).extracting(line -> line.entry().kind()).containsExactly(Kind.CANCELLED, Kind.STARTED);
        Line last = first.getLast();
        List<Line> rest = lines(ALL, new After(last.entry().at(), last.entry().id()), 2);
        assertThat(rest).extracting(line -> line.entry().client()).containsExactly(one.id());
        assertThat(lines(new Filter(Set.of(), Set.of(), between, now()), null, 10))
                .extracting(line -> line.entry().client())
                .containsExactly(two.id());
    }

    @Test // api 9.2: a client that was removed pays nothing any more
    void a_client_that_leaves_for_good_pays_no_more_and_twice_is_once() {
        Client client = paying(Plan.VELOCITY);
        billing().endSubscription().end(client.id());
        billing().endSubscription().end(client.id());

        assertThat(told(client.id())).containsExactly("started 5000", "cancelled -5000");
        assertThat(month(YearMonth.of(2026, 1)).total().orElseThrow().monthly()).isEqualTo(Money.ZERO);
    }

    private void pay(ClientId client, String reference) {
        assertThat(billing().recordInvoice().record(client, new Invoice.Paid(reference, Money.dollars(2_500), FEB_28)))
                .isNotInstanceOf(RecordInvoice.Outcome.NotFound.class);
    }

    private void fail(ClientId client, String reference) {
        assertThat(billing().recordInvoice().record(client, new Invoice.Failed(reference, Money.dollars(2_500))))
                .isInstanceOf(RecordInvoice.Outcome.Noted.class);
    }
}
