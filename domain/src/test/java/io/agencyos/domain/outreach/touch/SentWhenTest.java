package io.agencyos.domain.outreach.touch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SentWhenTest {

    private static final ZoneId PERTH = ZoneId.of("Australia/Perth");
    private static final Instant TUESDAY = Instant.parse("2026-03-10T02:05:00Z");

    @Test // outreach 14: lead's 3rd touch, Perth, sent 2026-03-10T02:05Z -> local 10:05, weekday 2, zone
    // Australia/Perth
    void a_touch_is_dated_by_the_clock_of_its_lead() {
        SentWhen third = SentWhen.of(TUESDAY, PERTH, 2, Instant.parse("2026-03-08T15:59:00Z"));
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.local()).isEqualTo(LocalDateTime.parse("2026-03-10T10:05"));
        assertThat(SentWhen.weekday(third.local())).isEqualTo(2);
        assertThat(third.zone()).isEqualTo(PERTH);
        assertThat(third.gapDays()).as("one minute before midnight on Sunday").isEqualTo(2);
    }

    @Test // outreach 14: touch_number 1-based; no touch before, no days since
    void the_first_has_none_before_it() {
        assertThat(SentWhen.of(TUESDAY, PERTH, 0, null))
                .returns(1, SentWhen::number)
                .returns(null, SentWhen::gapDays);
        assertThat(SentWhen.weekday(LocalDateTime.parse("2026-03-15T10:00")))
                .as("Sunday")
                .isEqualTo(7);
    }
}
