package io.agencyos.domain.platform.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** apollo 9, Beyond "credit forecast": refused where the cost exceeds what is left minus a reserve of 5 %. */
class CreditForecastTest {

    @ParameterizedTest
    @CsvSource({"302, 318, true", "302, 317, false", "95, 100, true", "96, 100, false", "0, 0, true", "1, 1, false"})
    void a_job_leaves_a_twentieth_of_what_is_left(long expected, long left, boolean fits) {
        assertThat(new CreditForecast(expected, left).fits()).isEqualTo(fits);
    }
}
