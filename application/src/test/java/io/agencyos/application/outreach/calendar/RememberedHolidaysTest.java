package io.agencyos.application.outreach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.calendar.Holidays;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedHolidaysTest {

    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - 5); // a monotonic clock may pass through the largest number
    private final AtomicInteger reads = new AtomicInteger();
    private final RememberedHolidays calendar = new RememberedHolidays(
            () -> {
                reads.incrementAndGet();
                return new Holidays(List.of());
            },
            nanos::get);

    @Test
    void the_calendar_is_read_once_a_minute_at_most() {
        Holidays first = calendar.read();
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(calendar.read()).isSameAs(first);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(calendar.read()).isNotSameAs(first);
        assertThat(reads).hasValue(2);
    }
}
