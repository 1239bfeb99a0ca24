package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.allocation.CompanyGuard.Company;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Source: scoring B5. */
class CompanyGuardTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Instant FRIDAY = Instant.parse("2026-03-05T23:00:00Z");

    @Test // B5: no assignment if another client touched the company in the last 30 days, unless > 500 employees
    void a_company_that_somebody_else_writes_to_is_left_alone_unless_it_is_large() {
        Company touched = new Company(0, true, null);
        assertThat(CompanyGuard.allows(Company.UNKNOWN, 25)).isTrue();
        assertThat(CompanyGuard.allows(touched, 25)).isFalse();
        assertThat(CompanyGuard.allows(touched, null)).isFalse();
        assertThat(CompanyGuard.allows(touched, 500)).isFalse();
        assertThat(CompanyGuard.allows(touched, 501)).isTrue();
    }

    @Test // B5: max 3 open assignments per company per client
    void a_client_holds_three_people_of_a_company_at_most() {
        assertThat(CompanyGuard.allows(new Company(2, false, null), 25)).isTrue();
        assertThat(CompanyGuard.allows(new Company(3, false, null), 25)).isFalse();
        assertThat(CompanyGuard.allows(new Company(3, false, null), 5_000)).isFalse();
        assertThat(CompanyGuard.allows(new Company(2, false, null).with(FRIDAY), 25))
                .isFalse();
    }

    @Test // B5: first contact staggered by >= 2 working days
    void the_next_of_its_people_is_written_to_two_working_days_later() {
        assertThat(CompanyGuard.nextStart(Company.UNKNOWN, FRIDAY, SYDNEY)).isEqualTo(FRIDAY);
        assertThat(CompanyGuard.nextStart(new Company(1, false, FRIDAY), FRIDAY, SYDNEY))
                .as("Friday 10:00, then Tuesday 10:00")
                .isEqualTo("2026-03-09T23:00:00Z");
        assertThat(CompanyGuard.nextStart(new Company(1, false, Instant.parse("2026-03-01T23:00:00Z")), FRIDAY, SYDNEY))
                .as("Monday was long ago")
                .isEqualTo(FRIDAY);
    }
}
