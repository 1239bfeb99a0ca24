package io.agencyos.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.contact.Country;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1250;125000",
                "1,250.00;125000",
                "A$99.5;9950",
                "$0.07;7",
                "-12.34;-1234",
                "AUD 20;2000",
                "1,234,567.89;123456789",
                "0;0"
            })
    void an_amount_is_counted_in_cents(String text, long cents) { // api 1.1, money
        assertThat(Money.parse(text).orElseThrow()).isEqualTo(new Money(cents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234", "1,25", "12,34.00", "ten", "1e3", "--1", "99999999999999999999"})
    void an_amount_is_never_rounded_or_guessed(String text) {
        assertThat(Money.parse(text).isOk()).isFalse();
    }

    @Test
    void sums_are_exact_and_an_overflow_is_never_silent() {
        assertThat(Money.dollars(2_500)
                        .minus(Money.dollars(1_250))
                        .plus(new Money(1))
                        .times(2))
                .isEqualTo(new Money(250_002));
        assertThat(new Money(125_007).toDollars()).isEqualTo(new BigDecimal("1250.07"));
        assertThat(new Money(-5)).hasToString("AUD -0.05");
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void every_amount_is_read_back_from_its_dollars(@ForAll int cents) {
        assertThat(Money.parse(new Money(cents).toDollars().toPlainString()).orElseThrow())
                .isEqualTo(new Money(cents));
    }

    @Property
    void no_text_makes_the_amount_parsers_throw(@ForAll String text) {
        assertThat(Money.parse(text)).isNotNull();
        assertThat(Percentage.parse(text)).isNotNull();
        assertThat(Country.parse(text)).isNotNull();
    }

    @Test
    void a_percentage_lies_between_0_and_100() { // data model 1
        assertThat(Percentage.parse("40").orElseThrow()).isEqualTo(new Percentage(40));
        assertThat(Percentage.parse(" 40 % ").orElseThrow()).isEqualTo(new Percentage(40));
        assertThat(Percentage.of(0).orElseThrow()).isEqualTo(Percentage.ZERO);
        assertThat(Percentage.of(100).orElseThrow()).isEqualTo(Percentage.HUNDRED);
        assertThat(Percentage.of(101).isOk()).isFalse();
        assertThat(Percentage.of(-1).isOk()).isFalse();
        assertThat(Percentage.parse("40.5").isOk()).isFalse();
        assertThatThrownBy(() -> new Percentage(101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_share_is_rounded_down() { // flows 2.6: at most 15 % of the run's leads, 50 leads are 7
        assertThat(new Percentage(15).floorOf(50)).isEqualTo(7);
        assertThat(new Percentage(15).floorOf(10)).isEqualTo(1);
        assertThat(new Percentage(15).floorOf(6)).isZero();
    }
}
