package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.calendar.SendCalendars;
import io.agencyos.domain.outreach.calendar.SendCalendars.Clocks;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TimeWindow;
import io.agencyos.domain.shared.TimeWindows;
import io.agencyos.domain.shared.contact.Country;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows in every zone that there is, with the days on which clocks change. */
class TimeZonesTest {

    private static final Country AU = Country.AUSTRALIA;
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Holidays NO_HOLIDAYS = new Holidays(List.of());
    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2029-01-01T00:00:00Z");

    private static SendCalendar calendar(Channel channel, ZoneId zone) {
        LeadPlace place = new LeadPlace(zone, AU, null, true);
        return SendCalendars.campaign(channel, new Clocks(place, zone, zone, AU), WorkHours.DEFAULT, NO_HOLIDAYS);
    }

    @ParameterizedTest // TIME-1
    @CsvSource({
        "2026-01-15,Sydney,2026-01-14T22:00:00Z",
        "2026-01-15,Brisbane,2026-01-14T23:00:00Z",
        "2026-01-15,Adelaide,2026-01-14T22:30:00Z",
        "2026-01-15,Darwin,2026-01-14T23:30:00Z",
        "2026-01-15,Perth,2026-01-15T01:00:00Z",
        "2026-01-15,Auckland,2026-01-14T20:00:00Z",
        "2026-07-15,Sydney,2026-07-14T23:00:00Z",
        "2026-07-15,Brisbane,2026-07-14T23:00:00Z",
        "2026-07-15,Adelaide,2026-07-14T23:30:00Z",
        "2026-07-15,Darwin,2026-07-14T23:30:00Z",
        "2026-07-15,Perth,2026-07-15T01:00:00Z",
        "2026-07-15,Auckland,2026-07-14T21:00:00Z"
    })
    void nine_in_the_morning_is_read_on_the_leads_clock(LocalDate date, String city, Instant nine) {
        ZoneId zone = ZoneId.of((city.equals("Auckland") ? "Pacific/" : "Australia/") + city);
        assertThat(calendar(Channel.EMAIL, zone).nextOpening(date)).contains(nine);
    }

    /** Moments just before, at and after every change of a clock, and any others. */
    @Provide
    Arbitrary<Map.Entry<ZoneId, Instant>> moments() {
        return Arbitraries.of(ZONES).flatMap(zone -> {
            Arbitrary<Instant> any = Arbitraries.longs()
                    .between(FROM.getEpochSecond(), TO.getEpochSecond())
                    .map(Instant::ofEpochSecond);
            List<Instant> edges = edges(zone);
            return (edges.isEmpty() ? any : Arbitraries.oneOf(any, Arbitraries.of(edges)))
                    .map(instant -> Map.entry(zone, instant));
        });
    }

    private static List<Instant> edges(ZoneId zone) {
        List<Instant> edges = new ArrayList<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
        while (next != null && next.getInstant().isBefore(TO)) {
            Instant change = next.getInstant();
            Stream.of(-86_400, -7_200, -1, 0, 1, 1_800, 7_200, 86_400)
                    .map(change::plusSeconds)
                    .forEach(edges::add);
            next = zone.getRules().nextTransition(change);
        }
        return edges;
    }

    @Property // TIME-2, TIME-4: never outside a window, never past, in any zone, on any day
    void no_slot_lies_outside_its_window_in_any_zone(
            @ForAll("moments") Map.Entry<ZoneId, Instant> moment,
            @ForAll @IntRange(max = 4) int channel,
            @ForAll @IntRange(max = 1_000) int key) {
        SendCalendar calendar = calendar(Channel.values()[channel], moment.getKey());
        Instant slot = calendar.slotFrom(moment.getValue(), "key-" + key).orElseThrow();
        assertThat(slot).isAfterOrEqualTo(moment.getValue());
        assertThat(calendar.at(slot)).isEqualTo(SendCalendar.Closure.OPEN);
    }

    @Test // TIME-4: seconds before a window ends no minute of it is left
    void the_last_seconds_of_a_window_lead_to_the_next_one() {
        SendCalendar calendar = calendar(Channel.EMAIL, ZoneId.of("Antarctica/DumontDUrville"));
        Instant lastSeconds = Instant.parse("2026-01-01T00:59:17Z");
        assertThat(calendar.at(lastSeconds)).isEqualTo(SendCalendar.Closure.OPEN);
        assertThat(calendar.slotFrom(lastSeconds, "key-760"))
                .hasValueSatisfying(slot -> assertThat(calendar.localDate(slot)).isEqualTo(LocalDate.of(2026, 1, 2)));
    }

    @Property // TIME-4: planned again for the same date, a touch keeps its minute
    void planning_a_date_again_moves_nothing(
            @ForAll("moments") Map.Entry<ZoneId, Instant> moment, @ForAll @IntRange(max = 1_000) int key) {
        SendCalendar calendar = calendar(Channel.EMAIL, moment.getKey());
        LocalDate date =
                calendar.firstOpenDate(calendar.localDate(moment.getValue())).orElseThrow();
        Instant planned = calendar.slotOn(date, "key-" + key).orElseThrow();
        assertThat(calendar.slotOn(date, "key-" + key)).contains(planned);
        assertThat(calendar.localDate(planned)).isEqualTo(date);
    }

    @Property // scoring 5: a doubled hour makes no second day
    void days_follow_each_other_whatever_clocks_do(@ForAll("moments") Map.Entry<ZoneId, Instant> moment) {
        SendCalendar calendar = calendar(Channel.EMAIL, moment.getKey());
        Instant next = calendar.nextDay(moment.getValue()).orElseThrow();
        assertThat(calendar.localDate(next)).isAfter(calendar.localDate(moment.getValue()));
        assertThat(calendar.localDate(calendar.nextDay(next).orElseThrow())).isAfter(calendar.localDate(next));
    }

    private static SendCalendar sundays(ZoneId zone, LocalTime from, LocalTime to) {
        Map<DayOfWeek, TimeWindows> week = Map.of(DayOfWeek.SUNDAY, TimeWindows.of(new TimeWindow(from, to)));
        return new SendCalendar(zone, week, Map.of(), List.of(), SendCalendar.HolidayRule.NONE);
    }

    @Test // TIME-4: a doubled local time is its first occurrence, be the change but half an hour
    void the_half_hour_that_lord_howe_repeats_is_taken_the_first_time() {
        SendCalendar night = sundays(ZoneId.of("Australia/Lord_Howe"), LocalTime.of(1, 45), LocalTime.of(3, 0));
        assertThat(night.nextOpening(LocalDate.of(2026, 4, 5))).contains(Instant.parse("2026-04-04T14:45:00Z"));
    }

    @Test // TIME-4: an erased local time moves forward by the gap
    void a_window_that_opens_in_the_hour_that_adelaide_skips_opens_after_it() {
        SendCalendar night = sundays(ZoneId.of("Australia/Adelaide"), LocalTime.of(2, 15), LocalTime.of(4, 0));
        assertThat(night.nextOpening(LocalDate.of(2026, 10, 4))).contains(Instant.parse("2026-10-03T16:45:00Z"));
    }

    @Test // TIME-2
    void a_seat_never_acts_on_a_sunday() {
        assertThat(calendar(Channel.LINKEDIN, SYDNEY).nextOpening(LocalDate.of(2026, 10, 4)))
                .contains(Instant.parse("2026-10-04T21:00:00Z"));
    }
}
