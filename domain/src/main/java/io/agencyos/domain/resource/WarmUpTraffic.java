package io.agencyos.domain.resource;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * E-mails by which a service warms mailboxes up. Source: salesforge 3 W3, 4.7 "statistics".
 *
 * @param sent from the mailboxes
 * @param replied those that were answered
 * @param spam those that came to lie among spam
 */
public record WarmUpTraffic(int sent, int replied, int spam) {

    public static final WarmUpTraffic NONE = new WarmUpTraffic(0, 0, 0);

    public WarmUpTraffic {
        if (sent < 0 || replied < 0 || spam < 0) {
            throw new IllegalArgumentException("fewer than none");
        }
    }

    public WarmUpTraffic plus(WarmUpTraffic other) {
        return new WarmUpTraffic(sent + other.sent, replied + other.replied, spam + other.spam);
    }

    /**
     * The seven days up to the last that is known.
     *
     * @param until the last of them
     */
    public record Week(LocalDate until, WarmUpTraffic traffic) {

        /** Of the traffic of single days; empty where no day is known. */
        public static Optional<Week> of(Map<LocalDate, WarmUpTraffic> days) {
            return days.keySet().stream()
                    .max(LocalDate::compareTo)
                    .map(until -> new Week(
                            until,
                            days.entrySet().stream()
                                    .filter(day -> day.getKey().isAfter(until.minusDays(7)))
                                    .map(Map.Entry::getValue)
                                    .reduce(NONE, WarmUpTraffic::plus)));
        }
    }
}
