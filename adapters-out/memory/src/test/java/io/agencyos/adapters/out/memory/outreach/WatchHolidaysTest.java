package io.agencyos.adapters.out.memory.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.outreach.calendar.WatchHolidays;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.contact.Country;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchHolidaysTest {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T01:00:00Z"));
    private final WatchHolidays watch = new WatchHolidays(
            new MemoryHolidays(new Holidays(
                    List.of(new Holidays.Day(Country.AUSTRALIA, null, LocalDate.of(2026, 12, 25), "Christmas Day")))),
            alerts,
            units,
            clock);

    private List<String> told() {
        return units.onPlatform(() -> alerts.open(10)).stream()
                .map(Alert::source)
                .toList();
    }

    @Test // outreach 5.4: no rows for the coming 30 days
    void staff_is_told_as_soon_as_the_table_ends_within_thirty_days() {
        assertThat(watch.look()).isTrue();
        assertThat(told()).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(watch.look()).isFalse();
        assertThat(told()).containsExactly("holiday_table_stale");
    }
}
