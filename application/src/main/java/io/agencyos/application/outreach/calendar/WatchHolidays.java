package io.agencyos.application.outreach.calendar;

import io.agencyos.application.outreach.wash.WashDays;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.contact.Country;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Says in time that the table of holidays ends; from 30 days before on nobody is called. Source: outreach 5.4. */
public final class WatchHolidays {

    private static final String KIND = "holiday_table_stale";

    private final HolidayCalendar calendar;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    public WatchHolidays(HolidayCalendar calendar, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.calendar = calendar;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    /** Whether the table reaches far enough. */
    public boolean look() {
        Instant now = clock.now();
        Holidays holidays = calendar.read();
        boolean covered = holidays.covers(Country.AUSTRALIA, WashDays.of(now));
        units.onPlatform(() -> {
            if (!covered) {
                alerts.raise(Alert.of(
                        KIND,
                        Alert.Severity.CRITICAL,
                        KIND,
                        null,
                        "The table of public holidays ends within 30 days: nobody is called until it goes on.",
                        Map.of("country", Country.AUSTRALIA.alpha2()),
                        now));
            }
            alerts.resolveOthers(KIND, covered ? List.of() : List.of(KIND), now);
        });
        return covered;
    }
}
