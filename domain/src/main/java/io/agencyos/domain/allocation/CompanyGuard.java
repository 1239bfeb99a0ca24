package io.agencyos.domain.allocation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a company from hearing from several sides at once: not from two clients within thirty days, and from one client by
 * few people's inboxes, one after the other. Source: scoring B5.
 */
public final class CompanyGuard {

    /** After a touch by another client a company is left alone for so long. */
    public static final Duration COOL_DOWN = Duration.ofDays(30);

    /** People of one company whom a client holds at once. */
    public static final int MOST_OPEN = 3;

    private static final int LARGE_ABOVE = 500;
    private static final int WORKING_DAYS_BETWEEN = 2;

    /**
     * What a client may know of a company: nothing of who else wrote to it.
     *
     * @param open people whom the client holds
     * @param touchedByOthers another client wrote to somebody there within thirty days
     * @param lastStart when the client wrote there first to the newest of its people, or is going to; null for never
     */
    @ValueObject
    public record Company(
            int open, boolean touchedByOthers, @Nullable Instant lastStart) {

        public static final Company UNKNOWN = new Company(0, false, null);

        /** The same after one more of its people was taken, who is written to at this instant first. */
        public Company with(Instant start) {
            return new Company(open + 1, touchedByOthers, start);
        }
    }

    private CompanyGuard() {}

    /**
     * Whether one more of its people may be assigned to the client.
     *
     * @param employees null when nobody knows: then it is no large company
     */
    public static boolean allows(Company company, @Nullable Integer employees) {
        boolean large = employees != null && employees > LARGE_ABOVE;
        return company.open() < MOST_OPEN && (large || !company.touchedByOthers());
    }

    /** When the next of its people is written to at the earliest: two working days after the one before. */
    public static Instant nextStart(Company company, Instant now, ZoneId zone) {
        Instant last = company.lastStart();
        if (last == null) {
            return now;
        }
        ZonedDateTime after = last.atZone(zone);
        LocalDate day = after.toLocalDate();
        for (int days = 0; days < WORKING_DAYS_BETWEEN; ) {
            day = day.plusDays(1);
            days += day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() ? 1 : 0;
        }
        Instant earliest = after.with(day).toInstant();
        return earliest.isAfter(now) ? earliest : now;
    }
}
