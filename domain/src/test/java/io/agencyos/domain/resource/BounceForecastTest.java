package io.agencyos.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.resource.SendingDomain.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Source: scoring B14. */
class BounceForecastTest {

    /** Rates that rise by so many millionths a day and are at {@code today} on the last of 14 days. */
    private static BounceForecast rising(long perDay, long today) {
        return new BounceForecast(LongStream.rangeClosed(1 - BounceForecast.DAYS, 0)
                .mapToObj(day -> today + day * perDay)
                .toList());
    }

    @Test // B14: predicted to cross 5 % within 7 days; 4 % + 7 × 0.15 % = 5.05 %, + 7 × 0.14 % = 4.98 %
    void a_rate_that_will_be_above_five_percent_within_a_week_is_told() {
        assertThat(rising(1_500, 40_000).daysToCritical()).hasValue(7);
        assertThat(rising(1_400, 40_000).daysToCritical()).isEmpty();
        assertThat(rising(3_000, 42_000).daysToCritical()).hasValue(3);
    }

    @Test // B14: strictly above 5 %, as RES-10
    void five_percent_is_not_above_five_percent() {
        assertThat(rising(1_000, 43_000).daysToCritical()).isEmpty();
        assertThat(rising(1_001, 43_000).daysToCritical()).hasValue(7);
    }

    @Test
    void what_falls_or_is_critical_already_needs_no_forecast() {
        assertThat(rising(-1_000, 49_999).daysToCritical()).isEmpty();
        assertThat(rising(0, 50_000).daysToCritical()).isEmpty();
        assertThat(rising(1_000, 50_001).daysToCritical()).isEmpty();
    }

    @Test
    void six_days_are_no_trend() {
        List<Long> week = rising(3_000, 42_000).rates().subList(7, 14);
        assertThat(new BounceForecast(week).daysToCritical()).hasValue(3);
        assertThat(new BounceForecast(week.subList(1, 7)).daysToCritical()).isEmpty();
    }

    @Test // RES-10: a rate is of 30 days; small samples say nothing
    void a_rate_is_made_of_thirty_days_and_fifty_emails() {
        List<Mail> days = new ArrayList<>();
        for (int day = 0; day < 43; day++) {
            days.add(new Mail(10, day == 42 ? 3 : 0, 0));
        }
        assertThat(BounceForecast.of(days).rates()).hasSize(14).contains(0L, 10_000L);
        assertThat(BounceForecast.of(days).today()).isEqualTo(10_000);
        for (int day = 0; day < 41; day++) {
            days.set(day, Mail.NONE);
        }
        assertThat(BounceForecast.of(days).rates()).isEmpty();
        assertThat(BounceForecast.of(days).today()).isZero();
        assertThatThrownBy(() -> BounceForecast.of(days.subList(1, 43))).isInstanceOf(IllegalArgumentException.class);
    }
}
