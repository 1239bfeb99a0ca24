package io.agencyos.domain.outreach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.outreach.calendar.SendCalendars.Clocks;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SendPreferenceTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final SendCalendar TEXTS = calendar(Channel.SMS);

    private static SendCalendar calendar(Channel channel) {
        return SendCalendars.campaign(
                channel,
                Clocks.of(new LeadPlace(SYDNEY, Country.AUSTRALIA, "NSW", true), SYDNEY),
                WorkHours.DEFAULT,
                new Holidays(List.of()));
    }

    private static SendPreference hours(Integer... hours) {
        return new SendPreference(Set.of(), Set.of(), Set.of(hours), Set.of());
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, SYDNEY);
    }

    private static LocalDateTime dated(SendPreference preference, LocalDate planned) {
        return local(preference.slotFromDate(TEXTS, planned, "key").orElseThrow());
    }

    @Test // TIME-3: hours inside the permitted window
    void a_good_hour_is_taken_inside_the_window() {
        assertThat(dated(hours(14), MONDAY)).satisfies(at -> {
            assertThat(at.toLocalDate()).isEqualTo(MONDAY);
            assertThat(at.getHour()).isEqualTo(14);
        });
    }

    @Test // TIME-3, outreach 19.7: it never widens one
    void an_hour_outside_the_window_changes_nothing() {
        assertThat(hours(20).slotFromDate(TEXTS, MONDAY, "key")).isEqualTo(TEXTS.slotOn(MONDAY, "key"));
    }

    @Test // CIS 14.1: confirmed bad hours are left out while others are open
    void a_bad_hour_is_avoided() {
        SendPreference avoiding = new SendPreference(Set.of(), Set.of(), Set.of(), Set.of(9, 10, 11, 12, 13, 14, 15));
        assertThat(dated(avoiding, MONDAY).getHour()).isEqualTo(16);
    }

    @Test // TIME-3: days, as long as a better one is near
    void a_dated_step_waits_two_days_for_a_better_day_and_no_longer() {
        SendPreference wednesday = new SendPreference(Set.of(DayOfWeek.WEDNESDAY), Set.of(), Set.of(), Set.of());
        assertThat(dated(wednesday, MONDAY).toLocalDate()).isEqualTo(MONDAY.plusDays(2));
        assertThat(dated(wednesday, MONDAY.plusDays(3)).toLocalDate()).isEqualTo(MONDAY.plusDays(3));
        SendPreference notMonday = new SendPreference(Set.of(), Set.of(DayOfWeek.MONDAY), Set.of(), Set.of());
        assertThat(dated(notMonday, MONDAY).toLocalDate()).isEqualTo(MONDAY.plusDays(1));
    }

    @Test // TIME-4: what is due now goes today, in a good hour if there is one left
    void what_is_due_now_takes_a_good_hour_of_what_is_left_of_the_day() {
        Instant ten = MONDAY.atTime(10, 30).atZone(SYDNEY).toInstant();
        assertThat(local(hours(9, 15).slotFrom(TEXTS, ten, "key").orElseThrow()))
                .satisfies(at -> {
                    assertThat(at.toLocalDate()).isEqualTo(MONDAY);
                    assertThat(at.getHour()).isEqualTo(15);
                });
        assertThat(hours(9).slotFrom(TEXTS, ten, "key")).isEqualTo(TEXTS.slotFrom(ten, "key"));
        Instant evening = MONDAY.atTime(18, 0).atZone(SYDNEY).toInstant();
        assertThat(local(hours(11).slotFrom(TEXTS, evening, "key").orElseThrow()))
                .satisfies(at -> {
                    assertThat(at.toLocalDate()).isEqualTo(MONDAY.plusDays(1));
                    assertThat(at.getHour()).isEqualTo(11);
                });
    }

    @Test // CIS P8: without a pattern everything is as it was
    void nothing_learned_changes_nothing() {
        Instant ten = MONDAY.atTime(10, 30).atZone(SYDNEY).toInstant();
        assertThat(SendPreference.NONE.slotFrom(TEXTS, ten, "key")).isEqualTo(TEXTS.slotFrom(ten, "key"));
        assertThat(SendPreference.NONE.slotFromDate(TEXTS, MONDAY, "key")).isEqualTo(TEXTS.slotOn(MONDAY, "key"));
        assertThat(SendPreference.NONE.counts()).isFalse();
    }

    @Property(tries = 300) // CIS 8: legal and channel windows always win
    void whatever_was_learned_the_calendar_is_open(
            @ForAll @Size(max = 4) Set<@IntRange(max = 23) Integer> good,
            @ForAll @Size(max = 4) Set<@IntRange(max = 23) Integer> bad,
            @ForAll Set<DayOfWeek> days,
            @ForAll @IntRange(max = 20_000) int minutes,
            @ForAll Channel channel) {
        SendPreference preference = new SendPreference(days, Set.of(), good, bad);
        SendCalendar calendar = calendar(channel);
        Instant now = MONDAY.atStartOfDay(SYDNEY).toInstant().plusSeconds(60L * minutes);
        Instant slot = preference.slotFrom(calendar, now, "key" + minutes).orElseThrow();
        assertThat(slot).isAfterOrEqualTo(now);
        assertThat(calendar.at(slot)).isEqualTo(SendCalendar.Closure.OPEN);
        Instant dated = preference
                .slotFromDate(calendar, calendar.localDate(now), "key" + minutes)
                .orElseThrow();
        assertThat(calendar.at(dated)).isEqualTo(SendCalendar.Closure.OPEN);
    }
}
