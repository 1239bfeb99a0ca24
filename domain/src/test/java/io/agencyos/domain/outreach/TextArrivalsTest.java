package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** clicksend Beyond "number health": under 80 % of at least 50 texts. */
class TextArrivalsTest {

    @ParameterizedTest
    @CsvSource({"50, 39, true", "50, 40, false", "49, 0, false", "0, 0, false", "1000, 799, true"})
    void a_number_delivers_poorly(int told, int arrived, boolean poor) {
        assertThat(new TextArrivals(told, arrived).arePoor()).isEqualTo(poor);
    }
}
