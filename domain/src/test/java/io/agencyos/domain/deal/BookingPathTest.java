package io.agencyos.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.deal.BookingPath.Contact;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookingPathTest {

    private static final Instant BOOKED = Instant.parse("2026-03-10T09:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(14);

    private static Contact sent(String at) {
        return contact(at, false, false);
    }

    private static Contact contact(String at, boolean answer, boolean failed) {
        return new Contact(new TouchId(UUID.randomUUID()), Channel.EMAIL, Instant.parse(at), answer, failed);
    }

    @Test // content E-45
    void touches_on_1_4_and_9_march_before_a_booking_on_10_march_are_three_and_nine_days() {
        List<Contact> touches =
                List.of(sent("2026-03-09T09:00:00Z"), sent("2026-03-01T09:00:00Z"), sent("2026-03-04T09:00:00Z"));

        BookingPath path = BookingPath.of(touches, BOOKED, null, WINDOW);

        assertThat(path.touchesBefore()).isEqualTo(3);
        assertThat(path.daysToBooking()).isEqualTo(9);
        assertThat(path.credited()).as("the latest").isEqualTo(touches.getFirst());
    }

    @Test // content 5.1: whole days
    void a_day_that_is_not_over_does_not_count() {
        assertThat(BookingPath.of(List.of(sent("2026-03-01T09:00:01Z")), BOOKED, null, WINDOW)
                        .daysToBooking())
                .isEqualTo(8);
    }

    @Test // content 5.1: replies excluded
    void answers_and_what_was_sent_later_do_not_count() {
        BookingPath path = BookingPath.of(
                List.of(contact("2026-03-09T09:00:00Z", true, false), sent("2026-03-10T09:00:00Z")),
                BOOKED,
                null,
                WINDOW);

        assertThat(path).isEqualTo(new BookingPath(0, null, null));
    }

    @Test // conversion intelligence 2, credit (3)
    void a_touch_that_came_back_or_lies_more_than_14_days_back_is_not_credited() {
        Contact old = sent("2026-02-24T08:59:59Z");
        Contact justInside = sent("2026-02-24T09:00:00Z");
        Contact bounced = contact("2026-03-09T09:00:00Z", false, true);

        assertThat(BookingPath.of(List.of(old, bounced), BOOKED, null, WINDOW).credited())
                .isNull();
        assertThat(BookingPath.of(List.of(old, bounced), BOOKED, null, WINDOW).touchesBefore())
                .isEqualTo(2);
        assertThat(BookingPath.of(List.of(old, justInside, bounced), BOOKED, null, WINDOW)
                        .credited())
                .isEqualTo(justInside);
    }

    @Test // conversion intelligence 2, credit (1)
    void the_touch_that_the_booking_answers_is_credited_however_old() {
        Contact answered = new Contact(
                new TouchId(UUID.randomUUID()), Channel.EMAIL, BOOKED.minus(Duration.ofDays(40)), false, false);

        BookingPath path =
                BookingPath.of(List.of(answered, sent("2026-03-09T09:00:00Z")), BOOKED, answered.touch(), WINDOW);

        assertThat(path.credited()).isEqualTo(answered);
    }
}
