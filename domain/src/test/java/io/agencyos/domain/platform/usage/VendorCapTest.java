package io.agencyos.domain.platform.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: vendor catalogue 6. */
class VendorCapTest {

    @ParameterizedTest // vendors/index 6: USD × rate, rounded up per call; A$1 is a million
    @CsvSource({"1, 1.55, 1550000", "0.0875, 1.55, 135625", "0.0000001, 1.55, 1", "0, 1.55, 0", "0.333333, 1.6, 533333"
    })
    void a_price_in_us_dollars_is_rounded_up_to_the_millionth(BigDecimal usd, BigDecimal rate, long micros) {
        assertThat(MicroAud.ofUsd(usd, rate)).isEqualTo(new MicroAud(micros));
    }

    @Test
    void money_is_ten_thousand_to_the_cent_and_never_negative() {
        assertThat(MicroAud.of(new Money(215))).isEqualTo(new MicroAud(2_150_000));
        assertThat(MeteredUnit.SEGMENT.usualPrice().times(3)).isEqualTo(new MicroAud(240_000));
        assertThatThrownBy(() -> new MicroAud(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest // api 1.1: three calls of 4,000 micros are 12,000, which is one cent
    @CsvSource({"12000, 1", "4999, 0", "5000, 1", "14999, 1", "15000, 2"})
    void an_aggregate_is_rounded_half_up_to_cents(long micros, long cents) {
        assertThat(new MicroAud(micros).cents()).isEqualTo(cents);
    }

    @ParameterizedTest // vendors/index 6: a daily and a monthly cap
    @CsvSource({"0, 0, 100, true", "40, 900, 60, true", "41, 900, 60, false", "0, 950, 50, true", "0, 951, 50, false"})
    void there_is_room_up_to_both_caps_and_not_beyond(long day, long month, long wanted, boolean room) {
        VendorCap cap = new VendorCap(new MicroAud(100), new MicroAud(1000));
        assertThat(cap.allows(new VendorCap.Spent(new MicroAud(day), new MicroAud(month)), new MicroAud(wanted)))
                .isEqualTo(room);
    }
}
