package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.calendar.HolidayCalendar;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.contact.Country;
import java.time.LocalDate;
import java.util.List;

/** Public holidays in {@code public_holiday}; the region {@code *} is the whole country. */
public final class PostgresHolidayCalendar implements HolidayCalendar {

    private final UnitOfWork units;

    public PostgresHolidayCalendar(UnitOfWork units) {
        this.units = units;
    }

    @Override
    public Holidays read() {
        List<Holidays.Day> days = units.onPlatform(() -> Db.query("""
            select country, nullif(region, '*') region, day, name from public_holiday order by country, day, region
            """)
                .map((row, context) -> new Holidays.Day(
                        new Country(Rows.text(row, "country")),
                        row.getString("region"),
                        row.getObject("day", LocalDate.class),
                        Rows.text(row, "name")))
                .list());
        return new Holidays(days);
    }
}
