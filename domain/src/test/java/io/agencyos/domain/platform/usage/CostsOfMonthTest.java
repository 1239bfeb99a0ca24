package io.agencyos.domain.platform.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class CostsOfMonthTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test // web 11.3: A$412.00 on day 10 of 31 → 412 ÷ 10 × 31 = 1 277.20
    void a_month_goes_on_at_the_pace_of_its_days_so_far() {
        CostsOfMonth costs = new CostsOfMonth(MARCH, 10, MicroAud.dollars(412), null);

        assertThat(costs.atThisPace()).isEqualTo(new Money(127_720));
        assertThat(new CostsOfMonth(MARCH, 31, MicroAud.dollars(412), null).atThisPace())
                .as("a month that is over came to what it cost")
                .isEqualTo(new Money(41_200));
    }

    @Test // api 9.17: gross_margin = (revenue − cost) / revenue
    void what_is_left_is_told_of_the_revenue_of_the_same_days() {
        CostsOfMonth third = new CostsOfMonth(MARCH, 10, MicroAud.dollars(412), Money.dollars(6_200));
        assertThat(third.earned()).contains(Money.dollars(2_000));
        assertThat(third.grossMargin()).contains(new BigDecimal("0.7940"));

        CostsOfMonth whole = new CostsOfMonth(MARCH, 31, MicroAud.dollars(1_550), Money.dollars(6_200));
        assertThat(whole.grossMargin()).contains(new BigDecimal("0.7500"));
        assertThat(new CostsOfMonth(MARCH, 31, MicroAud.dollars(9_300), Money.dollars(6_200)).grossMargin())
                .as("a loss")
                .contains(new BigDecimal("-0.5000"));
    }

    @Test // api 1.1: null when the denominator is 0
    void without_revenue_there_is_no_margin() {
        assertThat(new CostsOfMonth(MARCH, 1, MicroAud.ZERO, Money.ZERO).grossMargin())
                .isEmpty();
        assertThat(new CostsOfMonth(MARCH, 1, MicroAud.ZERO, null).grossMargin())
                .isEmpty();
    }

    @Test
    void days_are_counted_as_they_begin() {
        LocalDate today = LocalDate.of(2026, 3, 10);
        assertThat(CostsOfMonth.passed(MARCH, today)).isEqualTo(10);
        assertThat(CostsOfMonth.passed(YearMonth.of(2026, 2), today)).isEqualTo(28);
        assertThat(CostsOfMonth.passed(YearMonth.of(2026, 4), today)).isZero();
        assertThatThrownBy(() -> new CostsOfMonth(MARCH, 0, MicroAud.ZERO, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
