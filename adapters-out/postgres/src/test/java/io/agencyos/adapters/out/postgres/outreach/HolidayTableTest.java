package io.agencyos.adapters.out.postgres.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.contact.Country;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The seeded table against what outreach 5.4 demands, for the years that campaigns are planned in. */
class HolidayTableTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static final Country AU = Country.AUSTRALIA;

    private static Holidays table() {
        return new PostgresHolidayCalendar(database.unitOfWork()).read();
    }

    @ParameterizedTest // outreach 5.4: the default national set, with declared substitutes
    @CsvSource({
        "2026-01-01", "2026-01-26", "2026-04-03", "2026-04-06", "2026-04-25", "2026-12-25", "2026-12-26", "2026-12-28",
        "2027-01-01", "2027-01-26", "2027-03-26", "2027-03-29", "2027-04-25", "2027-12-25", "2027-12-26", "2027-12-27",
        "2027-12-28", "2028-01-01", "2028-01-03"
    })
    void the_national_days_close_every_state(LocalDate day) {
        assertThat(table().closedNationally(AU, day)).isTrue();
    }

    @ParameterizedTest // outreach 5.4: the lead's state; each state's own days of both years
    @CsvSource({
        "NSW, 2026-06-08, 2026-10-05, 2027-06-14, 2027-10-04",
        "ACT, 2026-03-09, 2026-06-01, 2027-03-08, 2027-05-31",
        "VIC, 2026-03-09, 2026-11-03, 2027-03-08, 2027-11-02",
        "QLD, 2026-05-04, 2026-10-05, 2027-05-03, 2027-10-04",
        "SA, 2026-03-09, 2026-10-05, 2027-03-08, 2027-10-04",
        "WA, 2026-03-02, 2026-09-28, 2027-03-01, 2027-09-27",
        "TAS, 2026-03-09, 2026-06-08, 2027-03-08, 2027-06-14",
        "NT, 2026-05-04, 2026-08-03, 2027-05-03, 2027-08-02"
    })
    void every_state_has_its_own_days(String state, LocalDate a, LocalDate b, LocalDate c, LocalDate d) {
        Holidays table = table();
        assertThat(List.of(a, b, c, d)).allSatisfy(day -> {
            assertThat(table.closed(AU, state, day)).as("%s %s", state, day).isTrue();
            assertThat(table.closedNationally(AU, day))
                    .as("%s is not national", day)
                    .isFalse();
        });
    }

    @ParameterizedTest // outreach 5.4: a state's day leaves the others open
    @ValueSource(strings = {"NSW", "QLD", "SA", "WA", "TAS", "NT", "ACT"})
    void melbourne_cup_day_is_victorias_alone(String state) {
        assertThat(table().closed(AU, state, LocalDate.of(2026, 11, 3))).isFalse();
    }

    @Test // outreach 5.4: a table that ends within 30 days closes calls
    void the_table_reaches_to_the_end_of_2028() {
        assertThat(table().covers(AU, LocalDate.of(2028, 11, 26))).isTrue();
        assertThat(table().covers(AU, LocalDate.of(2028, 11, 27))).isFalse();
    }
}
