package io.agencyos.domain.outreach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.contact.Country;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    private static final LocalDate LABOUR_DAY = LocalDate.of(2026, 3, 9);
    private static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);
    private static final Holidays TABLE = new Holidays(List.of(
            new Holidays.Day(Country.AUSTRALIA, null, GOOD_FRIDAY, "Good Friday"),
            new Holidays.Day(Country.AUSTRALIA, "VIC", LABOUR_DAY, "Labour Day")));

    @ParameterizedTest // scoring B9: the nation's holidays, and those of the state that the client's zone stands for
    @CsvSource({"Australia/Melbourne,true", "Australia/Sydney,false", "Australia/Perth,false", "Europe/Berlin,false"})
    void a_client_is_off_on_the_holidays_of_its_nation_and_state(ZoneId zone, boolean labourDay) {
        assertThat(TABLE.of(Country.AUSTRALIA, zone).test(GOOD_FRIDAY)).isTrue();
        assertThat(TABLE.of(Country.AUSTRALIA, zone).test(LABOUR_DAY)).isEqualTo(labourDay);
        assertThat(TABLE.of(Country.AUSTRALIA, zone).test(LABOUR_DAY.plusDays(1)))
                .isFalse();
    }
}
