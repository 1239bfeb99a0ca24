package io.agencyos.domain.client.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingAnchorTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int TEN_YEARS = 3_652;

    @ParameterizedTest // PLAN-5: anchor 31, period 31 Jan–28 Feb; job down until 2 Mar → new period 28 Feb–31 Mar
    @CsvSource({
        "31, 2026-01-31, 2026-01-31, 2026-02-28",
        "31, 2026-02-27, 2026-01-31, 2026-02-28",
        "31, 2026-02-28, 2026-02-28, 2026-03-31",
        "31, 2026-03-02, 2026-02-28, 2026-03-31",
        "31, 2028-02-29, 2028-02-29, 2028-03-31",
        "29, 2028-02-28, 2028-01-29, 2028-02-29",
        "1, 2026-12-31, 2026-12-01, 2027-01-01",
        "15, 2026-01-14, 2025-12-15, 2026-01-15"
    })
    void a_period_begins_on_the_anchor_or_on_the_last_day_of_a_shorter_month(
            int anchor, LocalDate day, LocalDate start, LocalDate end) {
        assertThat(new BillingAnchor(anchor).containing(day)).isEqualTo(new BillingPeriod(start, end));
    }

    @Property // PLAN-5: no drift; every day of ten years is in exactly one period
    void ten_years_of_periods_have_no_gap_no_overlap_and_no_drift(
            @ForAll @IntRange(min = 1, max = 31) int anchor, @ForAll @IntRange(min = 0, max = TEN_YEARS) int offset) {
        LocalDate day = FIRST.plusDays(offset);
        BillingPeriod period = new BillingAnchor(anchor).containing(day);

        assertThat(day).isBetween(period.start(), period.end().minusDays(1));
        assertThat(new BillingAnchor(anchor).containing(period.start())).isEqualTo(period);
        assertThat(new BillingAnchor(anchor).containing(period.end()).start()).isEqualTo(period.end());
        assertThat(new BillingAnchor(anchor)
                        .containing(period.start().minusDays(1))
                        .end())
                .isEqualTo(period.start());
        assertThat(period.start().getDayOfMonth())
                .isEqualTo(Math.min(anchor, YearMonth.from(period.start()).lengthOfMonth()));
        assertThat(period.end())
                .isBefore(period.start().plusDays(32))
                .isAfter(period.start().plusDays(27));
    }

    @Property // PLAN-5: one calendar month at a time, a hundred and twenty in ten years
    void a_hundred_and_twenty_resets_bring_the_anchor_back_to_its_day(@ForAll @IntRange(min = 1, max = 31) int anchor) {
        LocalDate start = LocalDate.of(2026, 1, anchor);
        LocalDate at = start;
        for (int i = 0; i < 120; i++) {
            at = new BillingAnchor(anchor).containing(at).end();
        }
        assertThat(at).isEqualTo(start.plusYears(10));
    }

    @Test // PLAN-5: 00:00 Sydney of the period end, in summer time and out of it
    void a_period_ends_at_midnight_in_sydney() {
        BillingAnchor anchor = new BillingAnchor(31);
        assertThat(anchor.containing(LocalDate.of(2026, 2, 1)).endsAt())
                .isEqualTo(Instant.parse("2026-02-27T13:00:00Z"));
        assertThat(anchor.containing(LocalDate.of(2026, 5, 1)).endsAt())
                .isEqualTo(Instant.parse("2026-05-30T14:00:00Z"));
        assertThat(BillingPeriod.dayOf(Instant.parse("2026-02-27T13:00:00Z"))).isEqualTo("2026-02-28");
        assertThat(BillingPeriod.dayOf(Instant.parse("2026-02-27T12:59:59Z"))).isEqualTo("2026-02-27");
    }

    @Test
    void a_month_has_no_day_0_and_no_day_32() {
        assertThatThrownBy(() -> new BillingAnchor(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BillingAnchor(32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BillingPeriod(FIRST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }
}
