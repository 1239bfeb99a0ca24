package io.agencyos.domain.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.billing.Revenue.Figures;
import io.agencyos.domain.client.billing.Revenue.Month;
import io.agencyos.domain.client.billing.Revenue.Movements;
import io.agencyos.domain.client.billing.Revenue.Standing;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Recurring revenue by month. Source: api 9.17 revenue. */
class RevenueTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant JANUARY = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant MID_MARCH = Instant.parse("2026-03-15T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-20T00:00:00Z");

    private final List<Standing> ledger = new ArrayList<>();

    private UUID pays(Plan plan, long dollars, Instant at) {
        UUID account = UUID.randomUUID();
        then(account, plan, dollars, at);
        return account;
    }

    private void then(UUID account, Plan plan, long dollars, Instant at) {
        ledger.add(new Standing(account, at, plan, Money.dollars(dollars), false));
    }

    private Month month(YearMonth month) {
        return Revenue.months(ledger, month, 1, APRIL).getFirst();
    }

    private static Movements moved(Figures figures) {
        return figures.movements().orElseThrow();
    }

    @Test // api 9.17: start 20 000.00; new 2 500, expansion 2 500, churned 1 250 → MRR 23 750, net 3 750, 0.1875,
    // 0.0625
    void the_worked_example() {
        pays(Plan.DOMINANCE, 7_500, JANUARY);
        pays(Plan.DOMINANCE, 7_500, JANUARY);
        UUID grows = pays(Plan.IGNITION, 2_500, JANUARY);
        UUID leaves = pays(Plan.IGNITION, 1_250, JANUARY);
        pays(Plan.IGNITION, 1_250, JANUARY);
        then(grows, Plan.VELOCITY, 5_000, MID_MARCH);
        then(leaves, Plan.IGNITION, 0, MID_MARCH);
        pays(Plan.IGNITION, 2_500, MID_MARCH);

        Month march = month(MARCH);
        Figures total = march.total().orElseThrow();

        assertThat(total.monthly()).isEqualTo(Money.dollars(23_750));
        assertThat(moved(total))
                .isEqualTo(new Movements(
                        Money.dollars(20_000),
                        Money.dollars(2_500),
                        Money.dollars(2_500),
                        Money.ZERO,
                        Money.dollars(1_250)));
        assertThat(moved(total).net()).isEqualTo(Money.dollars(3_750));
        assertThat(moved(total).change()).isEqualTo(new BigDecimal("0.1875"));
        assertThat(moved(total).churnRate()).isEqualTo(new BigDecimal("0.0625"));
        assertThat(total.clients()).isEqualTo(5);
        assertThat(total.perClient()).isEqualTo(Money.dollars(4_750));
        assertThat(total.yearly()).isEqualTo(Money.dollars(285_000));
        assertThat(march.plans().values().stream().map(Figures::monthly).reduce(Money.ZERO, Money::plus))
                .isEqualTo(total.monthly());
        assertThat(moved(march.plans().get(Plan.VELOCITY)).expansion()).isEqualTo(Money.dollars(2_500));
        assertThat(moved(march.plans().get(Plan.IGNITION)).churned()).isEqualTo(Money.dollars(1_250));
    }

    @Test
    void a_payment_that_was_late_for_days_moves_nothing() {
        UUID client = pays(Plan.IGNITION, 2_500, JANUARY);
        then(client, Plan.IGNITION, 0, MID_MARCH);
        then(client, Plan.IGNITION, 2_500, MID_MARCH.plusSeconds(3 * 86_400));

        assertThat(moved(month(MARCH).total().orElseThrow()).net()).isEqualTo(Money.ZERO);
    }

    @Test // a month is Sydney's: 31 March 23:59 there is 12:59 in UTC
    void a_month_ends_at_midnight_in_sydney() {
        pays(Plan.IGNITION, 2_500, Instant.parse("2026-03-31T12:59:59Z"));
        pays(Plan.VELOCITY, 5_000, Instant.parse("2026-03-31T13:00:00Z"));

        assertThat(month(MARCH).total().orElseThrow().monthly()).isEqualTo(Money.dollars(2_500));
        assertThat(month(MARCH.plusMonths(1)).total().orElseThrow().monthly()).isEqualTo(Money.dollars(7_500));
    }

    @Test // 1.1: null where the denominator is 0
    void nobody_who_pays_has_neither_a_share_nor_a_change() {
        Figures none = month(MARCH).total().orElseThrow();

        assertThat(none.monthly()).isEqualTo(Money.ZERO);
        assertThat(none.perClient()).isNull();
        assertThat(moved(none).change()).isNull();
        assertThat(moved(none).churnRate()).isNull();
    }

    @Test
    void what_was_before_the_ledger_began_is_not_told() {
        ledger.add(new Standing(UUID.randomUUID(), MID_MARCH, Plan.IGNITION, Money.dollars(2_500), true));

        List<Month> months = Revenue.months(ledger, MARCH.plusMonths(2), 4, APRIL);

        assertThat(months)
                .extracting(Month::month)
                .startsWith(MARCH.minusMonths(1))
                .endsWith(MARCH.plusMonths(2));
        assertThat(months.getFirst().total()).isEmpty();
        assertThat(months.get(1).total().orElseThrow().monthly()).isEqualTo(Money.dollars(2_500));
        assertThat(months.get(1).total().orElseThrow().movements()).isEmpty();
        assertThat(moved(months.get(2).total().orElseThrow()).start()).isEqualTo(Money.dollars(2_500));
        assertThat(months.get(3).total()).as("a month to come").isEmpty();
    }

    @Test // api 9.17: at the price actually agreed (founding = half)
    void every_change_of_what_is_paid_has_its_word() {
        Subscription trial = Subscription.trial(new ClientId(UUID.randomUUID()), LocalDate.of(2026, 3, 2));
        Subscription founding = trial.as(SubscriptionStatus.ACTIVE).founding(true);
        Subscription larger = founding.on(Plan.VELOCITY);

        assertThat(kind(trial, trial.on(Plan.DOMINANCE))).isNull();
        assertThat(kind(trial, founding)).isEqualTo("started 125000");
        assertThat(kind(founding, larger)).isEqualTo("raised 125000");
        assertThat(kind(larger, founding)).isEqualTo("lowered -125000");
        assertThat(kind(founding, founding.founding(false))).isEqualTo("raised 125000");
        assertThat(kind(founding, founding.as(SubscriptionStatus.PAST_DUE))).isEqualTo("past_due -125000");
        assertThat(kind(founding, founding.as(SubscriptionStatus.PAUSED))).isEqualTo("paused -125000");
        assertThat(kind(founding, founding.as(SubscriptionStatus.CANCELLED))).isEqualTo("cancelled -125000");
        assertThat(kind(founding.as(SubscriptionStatus.PAUSED), founding.as(SubscriptionStatus.CANCELLED)))
                .isNull();
    }

    private static String kind(Subscription before, Subscription after) {
        return RevenueEntry.of(UUID.randomUUID(), before, after, MID_MARCH)
                .map(entry -> entry.kind().wire() + " " + entry.change().cents())
                .orElse(null);
    }
}
