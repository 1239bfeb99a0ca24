package io.agencyos.domain.outreach.calendar;

import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.outreach.calendar.SendCalendar.HolidayRule;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TimeWindow;
import io.agencyos.domain.shared.TimeWindows;
import io.agencyos.domain.shared.contact.Country;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the calendar of a touch from the product's windows, the campaign's work hours and the law. Neither an
 * envelope nor a window can be widened from outside. Source: outreach 5.2–5.4, scoring 4.8.
 */
public final class SendCalendars {

    private static final TimeWindows MORNING = TimeWindows.of(window(9, 11));
    private static final TimeWindows OFFICE = TimeWindows.of(window(9, 17));
    private static final TimeWindows CALLS = TimeWindows.of(window(9, 12), window(13, 17));
    private static final TimeWindows NETWORK = TimeWindows.of(window(8, 18));
    private static final TimeWindows ANSWERS = TimeWindows.of(window(7, 21));
    private static final Map<DayOfWeek, TimeWindows> NO_LAW = Map.copyOf(everyDay(TimeWindows.ALL_DAY));
    private static final Map<DayOfWeek, TimeWindows> TELEMARKETING = telemarketing();

    private SendCalendars() {}

    /** Who writes to whom, as far as clocks are concerned; {@code seat} is used for LinkedIn, {@code client} for mail. */
    public record Clocks(LeadPlace lead, ZoneId client, ZoneId seat, Country seatCountry) {
        /** All on the lead's clock but mail, which goes out on the client's. */
        public static Clocks of(LeadPlace lead, ZoneId client) {
            return new Clocks(lead, client, client, Country.AUSTRALIA);
        }
    }

    /** The calendar of touches of a campaign on this channel, answers apart. */
    public static SendCalendar campaign(Channel channel, Clocks clocks, WorkHours hours, Holidays holidays) {
        Map<DayOfWeek, TimeWindows> week =
                channel == Channel.LINKEDIN ? product(channel) : narrowed(product(channel), hours);
        return calendar(channel, week, clocks, holidays);
    }

    /** The calendar of an answer: any day, long hours; texts and calls within the law. */
    public static SendCalendar reply(Channel channel, Clocks clocks, Holidays holidays) {
        LeadPlace lead = clocks.lead();
        return switch (channel) {
            case SMS, VOICE -> calendar(channel, TELEMARKETING, clocks, holidays);
            case EMAIL, LINKEDIN, MAIL ->
                new SendCalendar(lead.zone(), everyDay(ANSWERS), NO_LAW, List.of(), HolidayRule.NONE);
        };
    }

    /** The channel whose window the work hours empty, if any is used: {@code empty_send_window} on save. */
    public static Optional<Channel> emptied(Set<Channel> used, WorkHours hours) {
        return Arrays.stream(Channel.values())
                .filter(used::contains)
                .filter(channel -> channel != Channel.LINKEDIN)
                .filter(channel ->
                        narrowed(product(channel), hours).values().stream().allMatch(TimeWindows::isEmpty))
                .findFirst();
    }

    private static SendCalendar calendar(
            Channel channel, Map<DayOfWeek, TimeWindows> week, Clocks clocks, Holidays holidays) {
        LeadPlace lead = clocks.lead();
        return switch (channel) {
            case EMAIL ->
                new SendCalendar(
                        lead.zone(), week, NO_LAW, List.of(), new OfThePlace(lead.country(), lead.region(), holidays));
            case VOICE, SMS ->
                new SendCalendar(
                        lead.zone(),
                        week,
                        TELEMARKETING,
                        legalZones(lead),
                        new OfThePlace(lead.country(), lead.region(), holidays));
            case LINKEDIN ->
                new SendCalendar(
                        clocks.seat(), week, NO_LAW, List.of(), new OfTheCountry(clocks.seatCountry(), holidays));
            case MAIL -> new SendCalendar(clocks.client(), week, NO_LAW, List.of(), HolidayRule.NONE);
        };
    }

    private record OfThePlace(Country country, @Nullable String region, Holidays table) implements HolidayRule {

        @Override
        public boolean closed(LocalDate date) {
            return table.closed(country, region, date);
        }

        @Override
        public String toString() {
            return country.alpha2() + (region == null ? "" : " " + region);
        }
    }

    private record OfTheCountry(Country country, Holidays table) implements HolidayRule {

        @Override
        public boolean closed(LocalDate date) {
            return table.closedNationally(country, date);
        }

        @Override
        public String toString() {
            return country.alpha2();
        }
    }

    // where an Australian number may be anywhere, the law must be kept everywhere at once; other countries have the
    // product's window alone
    private static List<ZoneId> legalZones(LeadPlace lead) {
        if (!lead.country().equals(Country.AUSTRALIA)) {
            return List.of();
        }
        return lead.zoneIsCertain() ? List.of(lead.zone()) : LeadPlaces.AUSTRALIAN_ZONES;
    }

    private static Map<DayOfWeek, TimeWindows> product(Channel channel) {
        return switch (channel) {
            case EMAIL -> workdays(MORNING);
            case SMS, MAIL -> workdays(OFFICE);
            case VOICE -> workdays(CALLS);
            case LINKEDIN -> {
                Map<DayOfWeek, TimeWindows> week = workdays(NETWORK);
                week.put(DayOfWeek.SATURDAY, NETWORK);
                yield week;
            }
        };
    }

    private static Map<DayOfWeek, TimeWindows> narrowed(Map<DayOfWeek, TimeWindows> week, WorkHours hours) {
        TimeWindows work = TimeWindows.of(new TimeWindow(hours.start(), hours.end()));
        Map<DayOfWeek, TimeWindows> open = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> {
            if (hours.days().contains(day)) {
                open.put(day, windows.intersect(work));
            }
        });
        return open;
    }

    private static Map<DayOfWeek, TimeWindows> telemarketing() {
        Map<DayOfWeek, TimeWindows> week = workdays(TimeWindows.of(window(9, 20)));
        week.put(DayOfWeek.SATURDAY, OFFICE);
        return Map.copyOf(week);
    }

    private static Map<DayOfWeek, TimeWindows> workdays(TimeWindows windows) {
        Map<DayOfWeek, TimeWindows> week = everyDay(windows);
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    private static Map<DayOfWeek, TimeWindows> everyDay(TimeWindows windows) {
        Map<DayOfWeek, TimeWindows> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, windows));
        return week;
    }

    private static TimeWindow window(int from, int to) {
        return new TimeWindow(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
