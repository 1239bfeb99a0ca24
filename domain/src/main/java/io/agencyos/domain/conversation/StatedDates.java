package io.agencyos.domain.conversation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates in running text, in Australian order, and picks the one on which an absent writer is back. Source:
 * content 4.5. A date that does not exist (31 April) is no date.
 */
public final class StatedDates {

    /** How the words before a date make it a return date. */
    private enum Role {
        RETURN(0),
        UNTIL(1),
        RANGE(1),
        BARE(2);

        private final int rank;

        Role(int rank) {
            this.rank = rank;
        }
    }

    private record Candidate(LocalDate date, Role role) {}

    private static final int FURTHEST_DAYS = 366;
    private static final int DAYS_OF_A_MONTH = 30;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("a couple of", 2),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));

    private static final String WEEKDAY =
            "monday|mon|tuesday|tues|tue|wednesday|weds|wed|thursday|thurs|thur|thu|friday|fri|saturday|sunday";
    private static final String MONTH = "january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul"
            + "|august|aug|september|sept|sep|october|oct|november|nov|december|dec";

    private static final Pattern DATE = Pattern.compile("(?<![\\w/.-])(?:"
            + "(?<isoYear>\\d{4})-(?<isoMonth>\\d{1,2})-(?<isoDay>\\d{1,2})"
            + "|(?<numDay>\\d{1,2})/(?<numMonth>\\d{1,2})(?:/(?<numYear>\\d{4}|\\d{2}))?"
            + "|(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:of\\s{1,3})?(?<month>" + MONTH + ")\\b"
            + "(?:,?\\s{1,3}(?<year>\\d{4}))?"
            + "|(?<month2>" + MONTH + ")\\s{1,3}(?:the\\s{1,3})?(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b"
            + "(?:,?\\s{1,3}(?<year2>\\d{4}))?"
            + "|(?<weekday>" + WEEKDAY + ")\\b|(?<tomorrow>tomorrow)\\b|(?<nextWeek>next week)\\b"
            + "|in (?<count>\\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
            + " (?<unit>day|week|fortnight|month)s?\\b"
            + ")(?![\\w/])");

    private static final Pattern SENTENCE_END = Pattern.compile("[!?\\n]|[.](?!\\d)");
    private static final Pattern RETURN_BEFORE =
            Pattern.compile("\\b(?:back|return\\w*|resum\\w*|reopen\\w*|re-open\\w*)\\b");
    private static final String DECORATION = "(?:\\s+(?:the|next|" + WEEKDAY + ")\\b,?){0,3}\\s*$";
    private static final Pattern UNTIL_BEFORE = Pattern.compile("\\b(?:until|till|til)" + DECORATION);
    private static final Pattern RANGE_BEFORE = Pattern.compile("(?:\\b(?:to|through)|[-\u2013\u2014])" + DECORATION);
    private static final Pattern DATE_FOLLOWS =
            Pattern.compile("^,?\\s{0,3}(?:the\\s{1,3})?(?:\\d{1,2}(?:st|nd|rd|th)?[\\s/]|(?:" + MONTH + ")\\b)");

    private StatedDates() {}

    /** The return date that a text received on a day states; empty when it states none in the next 366 days. */
    public static Optional<LocalDate> returnDate(String text, LocalDate received) {
        return candidates(text, received).stream()
                .filter(candidate -> candidate.date().isAfter(received)
                        && !candidate.date().isAfter(received.plusDays(FURTHEST_DAYS)))
                .min(Comparator.<Candidate>comparingInt(candidate -> candidate.role().rank)
                        .thenComparing(Candidate::date, Comparator.reverseOrder()))
                .map(Candidate::date);
    }

    private static List<Candidate> candidates(String text, LocalDate received) {
        var found = new ArrayList<Candidate>();
        for (String sentence : SENTENCE_END.split(text.toLowerCase(Locale.ROOT))) {
            boolean dateBefore = false;
            Matcher match = DATE.matcher(sentence);
            while (match.find()) {
                boolean decorates = match.group("weekday") != null
                        && DATE_FOLLOWS.matcher(sentence.substring(match.end())).find();
                if (decorates) {
                    continue;
                }
                Optional<LocalDate> date = dateOf(match, received);
                if (date.isPresent()) {
                    Role role = roleAfter(sentence.substring(0, match.start()), dateBefore);
                    found.add(new Candidate(
                            role == Role.RANGE ? Absence.nextBusinessDayAfter(date.get()) : date.get(), role));
                    dateBefore = true;
                }
            }
        }
        return found;
    }

    private static Role roleAfter(String before, boolean dateBefore) {
        if (RETURN_BEFORE.matcher(before).find()) {
            return Role.RETURN;
        }
        if (UNTIL_BEFORE.matcher(before).find()) {
            return Role.UNTIL;
        }
        return dateBefore && RANGE_BEFORE.matcher(before).find() ? Role.RANGE : Role.BARE;
    }

    private static Optional<LocalDate> dateOf(Matcher match, LocalDate received) {
        try {
            return Optional.of(parse(match, received));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static LocalDate parse(Matcher match, LocalDate received) {
        if (match.group("isoYear") != null) {
            return LocalDate.of(number(match, "isoYear"), number(match, "isoMonth"), number(match, "isoDay"));
        }
        if (match.group("numDay") != null) {
            int day = number(match, "numDay");
            int month = number(match, "numMonth");
            return month > 12
                    ? inYear(match.group("numYear"), day, month, received)
                    : inYear(match.group("numYear"), month, day, received);
        }
        if (match.group("day") != null) {
            return inYear(match.group("year"), monthNumber(match.group("month")), number(match, "day"), received);
        }
        if (match.group("day2") != null) {
            return inYear(match.group("year2"), monthNumber(match.group("month2")), number(match, "day2"), received);
        }
        return relative(match, received);
    }

    private static LocalDate relative(Matcher match, LocalDate received) {
        String weekday = match.group("weekday");
        if (weekday != null) {
            return received.with(TemporalAdjusters.next(dayOfWeek(weekday)));
        }
        if (match.group("tomorrow") != null) {
            return received.plusDays(1);
        }
        if (match.group("nextWeek") != null) {
            return received.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        }
        String written = match.group("count");
        int count = NUMBERS.containsKey(written) ? NUMBERS.get(written) : Integer.parseInt(written);
        return switch (match.group("unit")) {
            case "day" -> received.plusDays(count);
            case "week" -> received.plusWeeks(count);
            case "fortnight" -> received.plusWeeks(2L * count);
            default -> received.plusDays((long) DAYS_OF_A_MONTH * count);
        };
    }

    /** Without a year: the next occurrence on or after receipt; 29 February waits for a leap year. */
    private static LocalDate inYear(@Nullable String year, int month, int day, LocalDate received) {
        if (year != null) {
            int written = Integer.parseInt(year);
            return LocalDate.of(year.length() == 2 ? 2000 + written : written, month, day);
        }
        boolean leapDay = month == Month.FEBRUARY.getValue() && day == 29;
        int candidate = received.getYear();
        while (leapDay && !Year.isLeap(candidate)) {
            candidate++;
        }
        LocalDate thisYear = LocalDate.of(candidate, month, day);
        return thisYear.isBefore(received) ? thisYear.plusYears(1) : thisYear;
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }

    private static DayOfWeek dayOfWeek(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(word.substring(0, 3))) {
                return day;
            }
        }
        throw new DateTimeException("no weekday: " + word);
    }

    /** 1 to 12 for a month's name or its first three letters. */
    static int monthNumber(String word) {
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.ROOT).startsWith(word.substring(0, 3))) {
                return month.getValue();
            }
        }
        throw new DateTimeException("no month: " + word);
    }
}
