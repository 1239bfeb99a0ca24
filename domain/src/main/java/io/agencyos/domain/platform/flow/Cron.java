package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.Result;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Local times by six fields: second, minute, hour, day of month, month, day of week (0 or 7 is Sunday, or the first three
 * letters of its name). A field is a star, numbers, ranges and steps. A time must fit all six. Source: flows 1.8.
 */
public final class Cron {

    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final int SUNDAY = 7;
    private static final int YEARS_AHEAD = 5;

    private final String text;
    private final long seconds;
    private final long minutes;
    private final long hours;
    private final long days;
    private final long months;
    private final long weekdays;

    private Cron(String text, long[] fields) {
        this.text = text;
        this.seconds = fields[0];
        this.minutes = fields[1];
        this.hours = fields[2];
        this.days = fields[3];
        this.months = fields[4];
        this.weekdays = fields[5];
    }

    /** Refused with a sentence that names the part which cannot be read. */
    public static Result<Cron, String> parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 6) {
            return Result.err("a schedule has six fields: second, minute, hour, day, month, weekday");
        }
        int[][] bounds = {{0, 59}, {0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, SUNDAY}};
        long[] fields = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String part = i == 5 ? numbered(parts[i]) : parts[i];
            Optional<Long> field = field(part, bounds[i][0], bounds[i][1]);
            if (field.isEmpty()) {
                return Result.err("\"" + parts[i] + "\" is no "
                        + List.of("second", "minute", "hour", "day", "month", "weekday")
                                .get(i));
            }
            fields[i] = field.get();
        }
        if ((fields[5] & 1L << SUNDAY) != 0) {
            fields[5] |= 1;
        }
        return Result.ok(new Cron(String.join(" ", parts), fields));
    }

    private static String numbered(String weekdays) {
        String numbers = weekdays.toLowerCase(Locale.ROOT);
        for (int i = 0; i < DAYS.size(); i++) {
            numbers = numbers.replace(DAYS.get(i), Integer.toString(i));
        }
        return numbers;
    }

    private static Optional<Long> field(String text, int lowest, int highest) {
        long bits = 0;
        for (String entry : text.split(",", -1)) {
            Optional<Long> more = entry(entry, lowest, highest);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            bits |= more.get();
        }
        return Optional.of(bits);
    }

    private static Optional<Long> entry(String text, int lowest, int highest) {
        String[] stepped = text.split("/", -1);
        String[] range = stepped[0].equals("*")
                ? new String[] {Integer.toString(lowest), Integer.toString(highest)}
                : stepped[0].split("-", -1);
        boolean shaped =
                stepped.length <= 2 && range.length <= 2 && Arrays.stream(range).allMatch(Cron::isNumber);
        if (!shaped || stepped.length == 2 && !isNumber(stepped[1])) {
            return Optional.empty();
        }
        int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
        int from = Integer.parseInt(range[0]);
        int to = range.length == 2 ? Integer.parseInt(range[1]) : stepped.length == 2 ? highest : from;
        if (step == 0 || from < lowest || to > highest || from > to) {
            return Optional.empty();
        }
        long bits = 0;
        for (int value = from; value <= to; value += step) {
            bits |= 1L << value;
        }
        return Optional.of(bits);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,2}");
    }

    /** The first local time after this one; empty when there is none within five years. */
    public Optional<LocalDateTime> nextAfter(LocalDateTime after) {
        LocalDateTime start = after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        LocalDate last = start.toLocalDate().plusYears(YEARS_AHEAD);
        LocalTime from = start.toLocalTime();
        for (LocalDate day = start.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (fits(day)) {
                Optional<LocalTime> time = timeFrom(from);
                if (time.isPresent()) {
                    return Optional.of(day.atTime(time.get()));
                }
            }
            from = LocalTime.MIDNIGHT;
        }
        return Optional.empty();
    }

    private boolean fits(LocalDate day) {
        return has(months, day.getMonthValue())
                && has(days, day.getDayOfMonth())
                && has(weekdays, day.getDayOfWeek().getValue() % SUNDAY);
    }

    private Optional<LocalTime> timeFrom(LocalTime from) {
        for (int hour = from.getHour(); hour < 24; hour++) {
            boolean sameHour = hour == from.getHour();
            for (int minute = sameHour ? from.getMinute() : 0; has(hours, hour) && minute < 60; minute++) {
                boolean sameMinute = sameHour && minute == from.getMinute();
                for (int second = sameMinute ? from.getSecond() : 0; has(minutes, minute) && second < 60; second++) {
                    if (has(seconds, second)) {
                        return Optional.of(LocalTime.of(hour, minute, second));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(long bits, int value) {
        return (bits & 1L << value) != 0;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cron cron && cron.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
