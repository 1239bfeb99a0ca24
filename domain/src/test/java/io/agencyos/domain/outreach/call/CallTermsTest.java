package io.agencyos.domain.outreach.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.platform.usage.MicroAud;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallTermsTest {

    private static final CallTerms TERMS = new CallTerms(CallTerms.USUAL_SECONDS, new BigDecimal("1.55"));

    @Test // vapi 5: 3 calls of 61 s, 0 s (no answer), 240 s = 2 x 0.35 + 0 + 4 x 0.35 = 2.10 AUD
    void calls_are_planned_by_begun_minutes() {
        int minutes = LongStream.of(61, 0, 240).mapToInt(CallTerms::minutes).sum();
        assertThat(TERMS.perMinute(CallTerms.Lately.NONE).times(minutes)).isEqualTo(new MicroAud(2_100_000));
    }

    @Test // vapi 5: replaced by the moving average of the tenant's last 100 calls
    void a_hundred_calls_say_what_a_minute_costs() {
        BigDecimal paid = new BigDecimal("20");
        assertThat(TERMS.perMinute(new CallTerms.Lately(99, 124, paid)))
                .as("one too few")
                .isEqualTo(new MicroAud(350_000));
        assertThat(TERMS.perMinute(new CallTerms.Lately(100, 124, paid))).isEqualTo(new MicroAud(250_000));
        assertThat(TERMS.perMinute(new CallTerms.Lately(100, 3, new BigDecimal("0.1"))))
                .as("155,000 in three parts, rounded up")
                .isEqualTo(new MicroAud(51_667));
        assertThat(TERMS.perMinute(new CallTerms.Lately(100, 0, BigDecimal.ZERO)))
                .as("nobody talked")
                .isEqualTo(new MicroAud(350_000));
    }

    @Test // outreach 10.7: no report by accept + max duration + 15 min
    void a_call_is_overdue_a_quarter_of_an_hour_after_its_longest() {
        Instant accepted = Instant.parse("2026-03-03T00:00:00Z");
        assertThat(TERMS.overran(accepted, accepted.plus(Duration.ofMinutes(20)).minusSeconds(1)))
                .isFalse();
        assertThat(TERMS.overran(accepted, accepted.plus(Duration.ofMinutes(20))))
                .isTrue();
        assertThat(new CallTerms(600, BigDecimal.ONE).overdue()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test // outreach 10.1: max duration 300 s (configurable 60-600)
    void a_call_may_be_one_to_ten_minutes_long() {
        assertThat(TERMS.mostMinutes()).isEqualTo(5);
        assertThat(TERMS.longest()).isEqualTo(Duration.ofMinutes(6));
        assertThat(new CallTerms(61, BigDecimal.ONE).mostMinutes()).isEqualTo(2);
        assertThatThrownBy(() -> new CallTerms(59, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CallTerms(601, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test // outreach 10.4
    void no_call_goes_on_beyond_its_window() {
        CallTerms terms = new CallTerms(600, new BigDecimal("1.55"));
        Instant noon = Instant.parse("2026-03-02T01:00:00Z");
        assertThat(terms.longestSeconds(noon.minusSeconds(7_200), Optional.of(noon)))
                .isEqualTo(600);
        assertThat(terms.longestSeconds(noon.minusSeconds(600), Optional.of(noon)))
                .as("a minute for the ringing")
                .isEqualTo(540);
        assertThat(terms.longestSeconds(noon.minusSeconds(360), Optional.of(noon)))
                .as("six minutes before the end, the last that may begin")
                .isEqualTo(300);
        assertThat(terms.longestSeconds(noon, Optional.empty())).isEqualTo(600);
        assertThat(new CallTerms(90, new BigDecimal("1.55")).longestSeconds(noon.minusSeconds(360), Optional.of(noon)))
                .isEqualTo(90);
    }
}
