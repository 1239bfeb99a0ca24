package io.agencyos.domain.outreach.calendar;

import io.agencyos.domain.shared.contact.Country;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The dated table of public holidays, in the order of its dates; days it does not list are working days. Source: outreach
 * 5.4.
 */
public record Holidays(List<Day> days) {

    private static final int MUST_COVER_DAYS = 30;

    public Holidays {
        days = days.stream().sorted(Comparator.comparing(Day::date)).toList();
    }

    /** One holiday; a region of null makes it national. */
    public record Day(Country country, @Nullable String region, LocalDate date, String name) {}

    /** National holidays, and the region's where it is known. Asked for every touch, so it looks by date. */
    public boolean closed(Country country, @Nullable String region, LocalDate date) {
        for (int i = firstFrom(date); i < days.size() && days.get(i).date().equals(date); i++) {
            Day day = days.get(i);
            if (day.country().equals(country)
                    && (day.region() == null || day.region().equals(region))) {
                return true;
            }
        }
        return false;
    }

    private int firstFrom(LocalDate date) {
        int from = 0;
        int to = days.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (days.get(middle).date().isBefore(date)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The days off of whoever works in this zone: national holidays and those of the state that the zone stands for. */
    public Predicate<LocalDate> of(Country country, ZoneId zone) {
        String region = LeadPlaces.region(zone).orElse(null);
        return date -> closed(country, region, date);
    }

    /** National holidays alone. */
    public boolean closedNationally(Country country, LocalDate date) {
        return closed(country, null, date);
    }

    /**
     * True when the table reaches 30 days ahead. Otherwise nobody knows what is a holiday, and calls wait: {@code
     * holiday_table_stale}. A later row counts as proof: from June to September Australia has no national holiday, so
     * a month without a row is no stale table.
     */
    public boolean covers(Country country, LocalDate today) {
        return days.stream()
                .anyMatch(
                        day -> day.country().equals(country) && !day.date().isBefore(today.plusDays(MUST_COVER_DAYS)));
    }
}
