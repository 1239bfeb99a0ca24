package io.agencyos.application.outreach.calendar;

import io.agencyos.domain.outreach.calendar.Holidays;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that is read once a minute at most: it changes a few times a year, and every stage of every client asks for
 * it. Thread-safe.
 */
public final class RememberedHolidays implements HolidayCalendar {

    private static final long FRESH = Duration.ofMinutes(1).toNanos();

    private record Known(Holidays holidays, long readAt) {}

    private final HolidayCalendar calendar;
    private final LongSupplier nanoTime;
    private volatile @Nullable Known known;

    /** {@code nanoTime} is the process's own monotonic clock ({@code System::nanoTime}). */
    public RememberedHolidays(HolidayCalendar calendar, LongSupplier nanoTime) {
        this.calendar = calendar;
        this.nanoTime = nanoTime;
    }

    @Override
    public Holidays read() {
        Known last = known;
        long now = nanoTime.getAsLong();
        if (last == null || now - last.readAt() >= FRESH) {
            last = new Known(calendar.read(), now);
            known = last;
        }
        return last.holidays();
    }
}
