package io.agencyos.adapters.out.postgres.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversion.learning.store.LearningFacts.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slots that end where Sydney's days may begin, so that no window of learning has an edge. Source: CIS 4, 22. */
class DaysTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(SYDNEY).toInstant();
    }

    @Test // CIS 4: the window ends H days before a Sunday's midnight in Sydney, on either side of summer time
    void a_window_of_learning_is_whole_slots_all_the_year() {
        for (LocalDate sunday = LocalDate.of(2026, 1, 4); sunday.getYear() == 2026; sunday = sunday.plusDays(7)) {
            Instant until = midnight(sunday).minus(Duration.ofDays(30));
            Days days = Days.in(new Span(until.minus(Duration.ofDays(90)), until));
            assertThat(days.edges()).as("%s", sunday).isEmpty();
            assertThat(days.last() - days.first()).isEqualTo(180);
        }
    }

    @Test
    void what_is_left_of_another_span_is_its_edges() {
        Instant from = Instant.parse("2026-03-02T09:15:00Z");
        Instant until = Instant.parse("2026-03-04T20:00:00Z");
        Days days = Days.in(new Span(from, until));
        assertThat(days.edges())
                .containsExactly(
                        new Span(from, Instant.parse("2026-03-02T13:00:00Z")),
                        new Span(Instant.parse("2026-03-04T14:00:00Z"), until));
        assertThat(days.last() - days.first())
                .as("an hour, and two days of two")
                .isEqualTo(5);
    }

    @Test
    void a_span_within_a_slot_is_all_edge() {
        Span hours = new Span(Instant.parse("2026-03-02T15:00:00Z"), Instant.parse("2026-03-02T22:00:00Z"));
        assertThat(Days.in(hours)).isEqualTo(new Days(0, 0, List.of(hours)));
    }

    @Test
    void slots_that_follow_each_other_are_one_span() {
        Days days = Days.in(new Span(Instant.parse("2026-03-01T14:00:00Z"), Instant.parse("2026-03-02T14:00:00Z")));
        assertThat(Days.spans(List.of(days.first() + 1, days.first(), days.first() + 4)))
                .containsExactly(
                        new Span(Instant.parse("2026-03-01T14:00:00Z"), Instant.parse("2026-03-02T14:00:00Z")),
                        new Span(Instant.parse("2026-03-03T14:00:00Z"), Instant.parse("2026-03-04T13:00:00Z")));
    }
}
