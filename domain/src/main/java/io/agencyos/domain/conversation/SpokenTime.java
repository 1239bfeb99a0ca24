package io.agencyos.domain.conversation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The moment that somebody names on the telephone: "tomorrow at three", "Thursday afternoon", "in half an hour", "after 4",
 * "15/3 at 2.30pm", or the ISO form that a machine writes. It is read as it was said, in the hearer's zone; whether anybody may
 * be called then is asked elsewhere. What names neither a day nor an hour is not understood. Source: outreach 10.6.
 */
public final class SpokenTime {

    /** Nobody makes an appointment for longer ahead in passing; a person looks at it. */
    static final int FURTHEST_DAYS = 90;

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 30);
    private static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);
    private static final LocalTime DAY_ENDS = LocalTime.of(16, 30);
    private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 30);
    private static final Duration LATER_TODAY = Duration.ofHours(2);
    private static final Duration BEFORE = Duration.ofHours(1);

    private static final String[] NUMBERS = {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    private static final String DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private static final Pattern ISO = Pattern.compile(
            "\\b(\\d{4}-\\d{2}-\\d{2})(?:t(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(z|[+-]\\d{2}:\\d{2})?)?");
    private static final Pattern SOON =
            Pattern.compile("\\b(half an hour|an hour and a half|(?:(\\d+)|an?|a couple of|a few)"
                    + " (minute|min|hour|day|week|month)s?)\\b");
    private static final Pattern SOON_ASKED = Pattern.compile("\\b(?:in|give me|after)(?: about| around| maybe)? ");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(next |this |on |coming )?(" + DAYS + ")(?: (next week|week))?\\b");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (" + MONTHS
            + ")|(" + MONTHS + ") (\\d{1,2})(?:st|nd|rd|th)?)\\b(?!:)");
    private static final Pattern ORDINAL = Pattern.compile("\\bthe (\\d{1,2})(?:st|nd|rd|th)\\b");
    private static final Pattern SLASHES = Pattern.compile("\\b(\\d{1,2})[/](\\d{1,2})(?:[/](\\d{4}|\\d{2}))?\\b");
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(?:(at|after|around|about|by|before|from|past|between|until|till) )?(\\d{1,2})(?:[:.]([0-5]\\d))?(?:"
                    + " ?([ap])\\.?m\\b\\.?)?( o'clock)?(?![\\d/:]|(?:st|nd|rd|th)\\b|"
                    + " (?:minute|min|hour|day|week|month|people|of|" + MONTHS
                    + ")s?\\b)");
    private static final Pattern PAST = Pattern.compile("\\b(half|quarter) (past|to) (\\d{1,2})\\b");

    private static final Pattern OVER = Pattern.compile("\\b(?:yesterday|ago)\\b");

    private SpokenTime() {}

    /** In which order a country says day and month. */
    public enum DateOrder {
        /** 5/6 is in June. */
        DAY_FIRST,
        /** 5/6 is in May. */
        MONTH_FIRST
    }

    /** What was meant, seen from when and where it was said; empty where it is not understood, past, or far ahead. */
    public static Optional<ZonedDateTime> of(String words, ZonedDateTime said, DateOrder order) {
        String text = plain(words);
        try {
            return OVER.matcher(text).find()
                    ? Optional.empty()
                    : new Reading(text, said, order)
                            .moment()
                            .filter(at -> at.isAfter(said))
                            .filter(at -> at.isBefore(said.plusDays(FURTHEST_DAYS)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Lower case, and numbers up to twelve as digits. */
    private static String plain(String words) {
        String text = words.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .strip();
        for (int number = 1; number <= NUMBERS.length; number++) {
            text = text.replaceAll("\\b" + NUMBERS[number - 1] + "\\b", String.valueOf(number));
        }
        return text.replaceAll("\\b(\\d{1,2}) thirty\\b", "$1:30")
                .replaceAll("\\b(\\d{1,2}) fifteen\\b", "$1:15")
                .replaceAll("\\b(\\d{1,2}) forty[- ]5\\b", "$1:45")
                .replaceAll("\\bfifteen\\b", "15")
                .replaceAll("\\btwenty\\b", "20")
                .replaceAll("\\bthirty\\b", "30")
                .replaceAll("\\bforty[- ]5\\b", "45");
    }

    private record Reading(String text, ZonedDateTime said, DateOrder order) {

        Optional<ZonedDateTime> moment() {
            return iso().or(this::soon).or(this::dayAndHour);
        }

        /** As machines write it; without an offset it is the hearer's clock. */
        private Optional<ZonedDateTime> iso() {
            Matcher iso = ISO.matcher(text);
            if (!iso.find() || iso.group(2) == null) {
                return Optional.empty();
            }
            String local = iso.group(1) + "T" + iso.group(2);
            return Optional.of(
                    iso.group(3) == null
                            ? LocalDateTime.parse(local).atZone(said.getZone())
                            : OffsetDateTime.parse(local + ":00" + iso.group(3).toUpperCase(Locale.ROOT))
                                    .atZoneSameInstant(said.getZone()));
        }

        /** "In half an hour": from now on, to the minute. */
        private Optional<ZonedDateTime> soon() {
            return span().filter(span -> span.days() == 0).map(span -> said.plusMinutes(span.minutes()));
        }

        private record Span(int days, int minutes) {}

        private Optional<Span> span() {
            Matcher span = SOON.matcher(text);
            while (span.find()) {
                boolean asked = SOON_ASKED
                        .matcher(text.substring(0, span.start()))
                        .results()
                        .anyMatch(word -> word.end() == span.start());
                if (asked || text.startsWith("'s time", span.end())) {
                    return Optional.of(spanOf(span));
                }
            }
            return Optional.empty();
        }

        private static Span spanOf(MatchResult span) {
            if (span.group(3) == null) {
                return span.group(1).startsWith("half") ? new Span(0, 30) : new Span(0, 90);
            }
            int many = span.group(2) != null
                    ? Integer.parseInt(span.group(2))
                    : span.group(1).startsWith("a couple") ? 2 : span.group(1).startsWith("a few") ? 3 : 1;
            return switch (span.group(3)) {
                case "minute", "min" -> new Span(0, many);
                case "hour" -> new Span(0, 60 * many);
                case "day" -> new Span(many, 0);
                case "week" -> new Span(7 * many, 0);
                default -> new Span(30 * many, 0);
            };
        }

        private Optional<ZonedDateTime> dayAndHour() {
            Optional<LocalDate> day = day();
            Optional<LocalTime> hour = hour();
            if (day.isEmpty() && hour.isEmpty()) {
                return has("later today") ? Optional.of(said.plus(LATER_TODAY)) : Optional.empty();
            }
            if (day.isPresent()) {
                return Optional.of(at(day.get(), hour.orElse(MORNING)));
            }
            ZonedDateTime today = at(said.toLocalDate(), hour.get());
            return Optional.of(today.isAfter(said) ? today : today.plusDays(1));
        }

        private ZonedDateTime at(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(said.getZone());
        }

        private Optional<LocalDate> day() {
            return Stream.<java.util.function.Supplier<Optional<LocalDate>>>of(
                            this::isoDay,
                            this::named,
                            this::weekday,
                            this::ofMonth,
                            this::slashes,
                            this::ordinal,
                            this::period)
                    .flatMap(way -> way.get().stream())
                    .findFirst();
        }

        private Optional<LocalDate> isoDay() {
            Matcher iso = ISO.matcher(text);
            return iso.find() ? Optional.of(LocalDate.parse(iso.group(1))) : Optional.empty();
        }

        private Optional<LocalDate> named() {
            LocalDate today = said.toLocalDate();
            if (has("day after tomorrow")) {
                return Optional.of(today.plusDays(2));
            }
            if (has("tomorrow")) {
                return Optional.of(today.plusDays(1));
            }
            return has("today") && hour().isPresent() || has("this (?:morning|afternoon|evening)") || has("tonight")
                    ? Optional.of(today)
                    : Optional.empty();
        }

        /** "Next Friday" is that of the next week, "Friday" the one that comes. */
        private Optional<LocalDate> weekday() {
            Matcher named = WEEKDAY.matcher(text);
            if (!named.find()) {
                return Optional.empty();
            }
            DayOfWeek day = DayOfWeek.valueOf(named.group(2).toUpperCase(Locale.ROOT));
            LocalDate today = said.toLocalDate();
            LocalDate coming = today.with(TemporalAdjusters.next(day));
            if ("week".equals(named.group(3))) {
                return Optional.of(coming.plusWeeks(1));
            }
            boolean nextWeek = "next ".equals(named.group(1)) || "next week".equals(named.group(3)) || has("next week");
            return Optional.of(nextWeek ? monday(today).plusDays(day.getValue() - 1L) : coming);
        }

        /** Of the week after this one. */
        private static LocalDate monday(LocalDate today) {
            return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        }

        private Optional<LocalDate> ofMonth() {
            Matcher date = DAY_OF_MONTH.matcher(text);
            if (!date.find()) {
                return Optional.empty();
            }
            boolean dayFirst = date.group(1) != null;
            return Optional.of(coming(
                    month(dayFirst ? date.group(2) : date.group(3)),
                    Integer.parseInt(dayFirst ? date.group(1) : date.group(4))));
        }

        private static int month(String word) {
            return IntStream.rangeClosed(1, 12)
                    .filter(month ->
                            Month.of(month).name().toLowerCase(Locale.ROOT).startsWith(word.substring(0, 3)))
                    .findFirst()
                    .orElseThrow();
        }

        /** This year's, or where that is past, the next one's. */
        private LocalDate coming(int month, int day) {
            LocalDate date = LocalDate.of(said.getYear(), month, day);
            return date.isBefore(said.toLocalDate()) ? date.plusYears(1) : date;
        }

        private Optional<LocalDate> slashes() {
            Matcher date = SLASHES.matcher(text);
            if (!date.find()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(date.group(1));
            int second = Integer.parseInt(date.group(2));
            boolean dayFirst = order == DateOrder.DAY_FIRST;
            int month = dayFirst ? second : first;
            int day = dayFirst ? first : second;
            String year = date.group(3);
            return Optional.of(
                    year == null
                            ? coming(month, day)
                            : LocalDate.of(Integer.parseInt(year.length() == 2 ? "20" + year : year), month, day));
        }

        private Optional<LocalDate> ordinal() {
            Matcher date = ORDINAL.matcher(text);
            if (!date.find()) {
                return Optional.empty();
            }
            LocalDate today = said.toLocalDate();
            LocalDate day = today.withDayOfMonth(1).plusDays(Integer.parseInt(date.group(1)) - 1L);
            return Optional.of(day.isBefore(today) ? day.plusMonths(1) : day);
        }

        private Optional<LocalDate> period() {
            LocalDate today = said.toLocalDate();
            if (has("next week")) {
                return Optional.of(monday(today));
            }
            if (has("next month")) {
                return Optional.of(today.with(TemporalAdjusters.firstDayOfNextMonth()));
            }
            if (has("end of the week") || has("later this week")) {
                return Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY)));
            }
            return span().filter(span -> span.days() > 0).map(span -> today.plusDays(span.days()));
        }

        private Optional<LocalTime> hour() {
            return past().or(this::clock).or(this::partOfDay);
        }

        /** "Half past 3", "quarter to 4". */
        private Optional<LocalTime> past() {
            Matcher past = PAST.matcher(text);
            if (!past.find()) {
                return Optional.empty();
            }
            int minutes = past.group(1).equals("half") ? 30 : 15;
            LocalTime hour = LocalTime.of(hourOf(Integer.parseInt(past.group(3)), null), 0);
            return Optional.of(past.group(2).equals("to") ? hour.minusMinutes(minutes) : hour.plusMinutes(minutes));
        }

        /** An hour that is named as one: by a word before it, minutes, or what half of the day it is of. */
        private Optional<LocalTime> clock() {
            Matcher clock = CLOCK.matcher(text);
            while (clock.find()) {
                boolean named = clock.group(1) != null
                        || clock.group(3) != null
                        || clock.group(4) != null
                        || clock.group(5) != null
                        || isAllOf(clock);
                int hour = Integer.parseInt(clock.group(2));
                if (named && hour <= 23) {
                    LocalTime at = LocalTime.of(
                            hourOf(hour, clock.group(4)),
                            clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3)));
                    return Optional.of(
                            "before".equals(clock.group(1)) || "by".equals(clock.group(1)) ? at.minus(BEFORE) : at);
                }
            }
            return Optional.empty();
        }

        /** "Tomorrow 3": a number beside a day and nothing else. */
        private boolean isAllOf(MatchResult clock) {
            String before = text.substring(0, clock.start()).strip();
            return before.endsWith("tomorrow") || before.endsWith("today") || before.matches(".*\\b(?:" + DAYS + ")");
        }

        /** Office hours, where nobody says which half of the day. */
        private int hourOf(int hour, String half) {
            if (half != null) {
                return hour % 12 + (half.equals("p") ? 12 : 0);
            }
            boolean late = has("afternoon") || has("evening") || has("tonight");
            boolean morning = has("(?:this|tomorrow|the|next|" + DAYS + ") morning");
            return hour >= 1 && hour <= 11 && !morning && (late || hour <= 7) ? hour + 12 : hour;
        }

        private Optional<LocalTime> partOfDay() {
            if (has("first thing") || has("early morning") || has("early in the morning")) {
                return Optional.of(DAY_BEGINS);
            }
            if (has("after lunch")) {
                return Optional.of(AFTER_LUNCH);
            }
            if (has("noon") || has("midday") || has("lunch(?:time)?")) {
                return Optional.of(LocalTime.NOON);
            }
            if (has("(?:end of (?:the )?day|close of business|before (?:the )?close)")) {
                return Optional.of(DAY_ENDS);
            }
            if (has("evening") || has("tonight") || has("after work")) {
                return Optional.of(EVENING);
            }
            if (has("afternoon")) {
                return Optional.of(AFTERNOON);
            }
            return has("morning") && !has("good morning") ? Optional.of(MORNING) : Optional.empty();
        }

        private boolean has(String words) {
            return Pattern.compile("\\b" + words + "\\b").matcher(text).find();
        }
    }
}
